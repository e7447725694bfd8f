// SPDX-License-Identifier: EUPL-1.2
#include "streets/travel.h"

#include <algorithm>
#include <optional>

#include "base/check.h"

namespace wegwijzer {

namespace {

// A piece of an edge that is travelled, against the line when `to` comes first.
struct Leg {
  Index<Edge> edge;
  Along from{};
  Along to{};
};

std::uint32_t millimetres(Streets const& streets, Leg const& leg) {
  auto const whole = streets.edge(leg.edge).millimetres;
  auto const [first, last] = std::minmax(leg.from, leg.to);
  return amount_before(whole, last) - amount_before(whole, first);
}

// Which way round the last node is left for the destination, or straight along the shared edge.
struct Arrival {
  Tenths time = never;
  std::optional<bool> forward{};  // on the edge of the destination; nothing when it is the edge of departure
};

// The quickest way to a place by way of a node at an end of its edge.
class Arriving {
 public:
  Arriving(TravelTimes const& times, Place const& from, Place const& to)
      : edge_(times.streets().edge(to.edge)),
        along_(time_from_begin(times, to, true)),
        against_(time_from_begin(times, to, false)),
        best_{time_on_shared_edge(times, from, to), std::nullopt} {}

  Tenths bound() const { return std::min(best_.time, longest_time); }

  void visit(Index<Node> node, Tenths time) {
    if (node == edge_.from && along_ != never) improve(time + along_, true);
    if (node == edge_.to && against_ != never) improve(time + against_, false);
  }

  Arrival const& best() const { return best_; }

 private:
  void improve(Tenths time, bool forward) {
    if (time < best_.time) best_ = {time, forward};
  }

  Edge const& edge_;
  Tenths along_;
  Tenths against_;
  Arrival best_;
};

// Walks the labels of a search back from a node to the place of departure.
class WayBack {
 public:
  WayBack(Search const& search, Place const& from) : search_(search), from_(from) {}

  // The legs from the place of departure to the node.
  std::vector<Leg> legs_to(Index<Node> node) {
    std::vector<Leg> legs;
    while (true) {
      if (auto const first = departure(node)) {
        legs.push_back(*first);
        std::ranges::reverse(legs);
        return legs;
      }
      auto const [previous, leg] = step(node);
      legs.push_back(leg);
      node = previous;
    }
  }

 private:
  Tenths label(Index<Node> node) const { return Tenths(static_cast<std::int32_t>(search_.label(node))); }

  std::optional<Leg> departure(Index<Node> node) const {
    auto const& times = search_.times();
    auto const& edge = times.streets().edge(from_.edge);
    if (node == edge.to && time_to_end(times, from_, true) == label(node)) {
      return Leg{from_.edge, from_.along, line_end};
    }
    if (node == edge.from && time_to_end(times, from_, false) == label(node)) {
      return Leg{from_.edge, from_.along, line_begin};
    }
    return std::nullopt;
  }

  std::pair<Index<Node>, Leg> step(Index<Node> node) const {
    for (auto const& arc : search_.times().streets().arcs(node)) {
      auto const before = search_.label(arc.target());
      auto const time = search_.times().time(arc.edge(), !arc.forward());
      if (before == Search::unreached || time == never || label(arc.target()) + time != label(node)) continue;
      return {arc.target(),
              arc.forward() ? Leg{arc.edge(), line_end, line_begin} : Leg{arc.edge(), line_begin, line_end}};
    }
    throw Broken("a label has a predecessor");
  }

  Search const& search_;
  Place const& from_;
};

std::vector<Leg> legs_of(Search const& search, Place const& from, Place const& to, Arrival const& arrival) {
  if (!arrival.forward) return {{from.edge, from.along, to.along}};
  auto const& edge = search.times().streets().edge(to.edge);
  auto legs = WayBack(search, from).legs_to(*arrival.forward ? edge.from : edge.to);
  legs.push_back({to.edge, *arrival.forward ? line_begin : line_end, to.along});
  return legs;
}

void add_line(std::vector<GeoPoint>& line, std::vector<GeoPoint> const& part) {
  for (auto const point : part) {
    if (line.empty() || line.back() != point) line.push_back(point);
  }
}

// A leg of no length, as when a place lies on a crossing, is not told.
void add_stretch(std::vector<Stretch>& stretches, Streets const& streets, Leg const& leg) {
  Metres const length{millimetres(streets, leg) / 1000.0};
  if (length == Metres{0}) return;
  auto const& edge = streets.edge(leg.edge);
  auto const name = streets.name(edge.name);
  bool const same =
      !stretches.empty() && stretches.back().name == name && stretches.back().kind == edge.use.kind;
  if (same) {
    stretches.back().length.value += length.value;
  } else {
    stretches.push_back({std::string(name), edge.use.kind, length});
  }
}

Route told(Streets const& streets, std::vector<Leg> const& legs, Tenths time) {
  Route route{.time = time};
  std::uint64_t whole = 0;
  for (auto const& leg : legs) {
    whole += millimetres(streets, leg);
    add_stretch(route.stretches, streets, leg);
    add_line(route.line, part_of_line(streets.line(leg.edge), leg.from, leg.to));
  }
  route.length = {static_cast<double>(whole) / 1000};
  return route;
}

constexpr Metres widest_crossing{25};

}  // namespace

std::vector<Stretch> without_crossings(std::vector<Stretch> const& stretches) {
  std::vector<Stretch> told;
  for (auto const& one : stretches) {
    auto const before = told.rbegin();
    bool const goes_on = told.size() >= 2 && !one.name.empty() && std::next(before)->name == one.name &&
                         before->length.value <= widest_crossing.value;
    if (goes_on) {
      auto const between = told.back().length.value;
      told.pop_back();
      told.back().length.value += between + one.length.value;
    } else {
      told.push_back(one);
    }
  }
  return told;
}

std::span<Hit const> Travel::within(Place const& home, Minutes budget, Destinations const& destinations) {
  check(&destinations.times() == &search_.times(), "destinations belong to the times they are reached in");
  hits_.clear();
  reached_.resize(std::max(reached_.size(), destinations.size()), never);
  auto const before = search_.times().pace().start_up + home.connector;
  auto const bound = this->bound(home, budget);
  if (bound < Tenths(0)) return hits_;

  auto const reach_in_time = [&](Index<Destination> destination, Tenths time) {
    if (time <= bound) reach(destination, time);
  };
  for (auto const& [destination, place] : destinations.on_edge(home.edge)) {
    if (auto const time = time_on_shared_edge(search_.times(), home, place); time != never) {
      reach_in_time(destination, time + place.connector);
    }
  }
  search_.run(home, bound, [&](Index<Node> node, std::uint32_t time) {
    for (auto const& [destination, last] : destinations.from_node(node)) {
      reach_in_time(destination, Tenths(static_cast<std::int32_t>(time)) + last);
    }
    return static_cast<std::uint32_t>(bound.count());
  });

  for (auto& [destination, time] : hits_) time = before + std::exchange(reached_[destination.value()], never);
  std::ranges::sort(hits_, {}, &Hit::destination);
  return hits_;
}

// What is left of the budget on the street.
Tenths Travel::bound(Place const& home, Minutes budget) const {
  return time_under_way(budget, search_.times().pace()) - home.connector;
}

std::vector<StreetPart> Travel::parts(Place const& home, Minutes budget, Metres margin) {
  return reached_parts(search_, home, bound(home, budget), margin);
}

void Travel::reach(Index<Destination> destination, Tenths time) {
  auto& best = reached_[destination.value()];
  if (best == never) hits_.push_back({destination, time});
  best = std::min(best, time);
}

Result<Route> Travel::route(Place const& from, Place const& to) {
  Arriving arriving(search_.times(), from, to);
  search_.run(from, arriving.bound(), [&](Index<Node> node, std::uint32_t time) {
    arriving.visit(node, Tenths(static_cast<std::int32_t>(time)));
    return static_cast<std::uint32_t>(arriving.bound().count());
  });
  auto const& best = arriving.best();
  if (best.time == never) return fail(Fault::missing, "streets.no_route");
  auto const outside = search_.times().pace().start_up + from.connector + to.connector;
  return told(search_.times().streets(), legs_of(search_, from, to, best), best.time + outside);
}

}  // namespace wegwijzer
