// SPDX-License-Identifier: EUPL-1.2
#include "streets/nearest_venue.h"

#include <algorithm>

namespace wegwijzer {

namespace {

constexpr Tenths longest_journey(3 * 36'000);

bool may_be_lived_on(Edge const& edge) {
  auto const kind = edge.use.kind;
  if (kind == StreetClass::motorway || kind == StreetClass::trunk || !is_walkable(edge)) return false;
  return is_street_proper(edge) || kind == StreetClass::unknown;
}

// Edges, each as likely as it is long.
class LivedOn {
 public:
  void add(Index<Edge> edge, std::uint32_t millimetres) {
    edges_.push_back(edge);
    until_.push_back((until_.empty() ? 0 : until_.back()) + millimetres);
  }

  bool empty() const { return until_.empty() || until_.back() == 0; }

  Place draw(Random& random) const {
    auto const at = std::ranges::upper_bound(until_, random.below(until_.back()));
    auto const edge = edges_[static_cast<std::size_t>(at - until_.begin())];
    return {edge, Along{static_cast<std::uint32_t>(random.below(Along::whole + 1))}, Tenths(0)};
  }

 private:
  std::vector<Index<Edge>> edges_;
  std::vector<std::uint64_t> until_;  // millimetres
};

PerPattern<LivedOn> lived_on(TravelTimes const& on_foot, StreetPatterns const& patterns) {
  auto const& streets = on_foot.streets();
  PerPattern<LivedOn> found;
  for (std::size_t at = 0; at < streets.edge_count(); ++at) {
    Index<Edge> const index(at);
    auto const& edge = streets.edge(index);
    if (!may_be_lived_on(edge) || !on_foot.gets_about(index)) continue;
    auto const here = patterns.between(streets.node(edge.from), streets.node(edge.to));
    for (auto const pattern : street_patterns) {
      if (covers(pattern, here)) found[static_cast<std::size_t>(pattern)].add(index, edge.millimetres);
    }
  }
  return found;
}

}  // namespace

PerPattern<std::vector<Place>> draw_homes(TravelTimes const& on_foot, StreetPatterns const& patterns,
                                          Seed seed) {
  auto const edges = lived_on(on_foot, patterns);
  PerPattern<std::vector<Place>> homes;
  for (std::size_t pattern = 0; pattern < homes.size(); ++pattern) {
    if (edges[pattern].empty()) continue;
    auto random = seed.stream("homes", pattern);
    for (std::size_t i = 0; i < homes_per_pattern; ++i) homes[pattern].push_back(edges[pattern].draw(random));
  }
  return homes;
}

std::optional<Tenths> time_to_nearest(Search& search, Place const& home, Destinations const& places) {
  Tenths nearest = longest_journey;
  bool found = false;
  auto const reach = [&](Tenths time) {
    if (time > nearest) return;
    nearest = time;
    found = true;
  };
  for (auto const& [place, on_edge] : places.on_edge(home.edge)) {
    auto const time = time_on_shared_edge(search.times(), home, on_edge);
    if (time != never) reach(time + on_edge.connector);
  }
  search.run(home, nearest, [&](Index<Node> node, std::uint32_t time) {
    for (auto const& [place, last] : places.from_node(node)) {
      reach(Tenths(static_cast<std::int32_t>(time)) + last);
    }
    return static_cast<std::uint32_t>(nearest.count());
  });
  if (!found) return std::nullopt;
  return nearest + home.connector + search.times().pace().start_up;
}

Result<PerPattern<Spread>> minutes_to_nearest(PerPattern<std::vector<Place>> const& homes,
                                              Destinations const& places, Step const& step) {
  Search search(places.times());
  PerPattern<Spread> spreads;
  for (std::size_t pattern = 0; pattern < homes.size(); ++pattern) {
    std::vector<double> minutes;
    for (auto const& home : homes[pattern]) {
      if (auto const time = time_to_nearest(search, home, places)) minutes.push_back(time->count() / 600.0);
      if (!step()) return fail(Fault::unavailable, "streets.stopped");
    }
    spreads[pattern] = spread_of(std::move(minutes));
  }
  return spreads;
}

}  // namespace wegwijzer
