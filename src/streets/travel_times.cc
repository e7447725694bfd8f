// SPDX-License-Identifier: EUPL-1.2
#include "streets/travel_times.h"

#include <algorithm>

#include "streets/parts.h"

namespace wegwijzer {

namespace {

constexpr std::size_t smallest_large_part = 50;  // nodes

// Tracks and paths whose surface nobody noted are taken for unpaved.
bool is_unpaved(StreetUse const& use) {
  if (use.surface != Surface::unknown) return use.surface == Surface::unpaved;
  return use.kind == StreetClass::track || use.kind == StreetClass::path;
}

Tenths ferry_time(Edge const& edge, Pace const& pace) {
  return edge.use.crossing > Tenths(0) ? edge.use.crossing : travel_time(edge.millimetres, pace.ferry);
}

// A stretch between two crossings that is no longer than this is walked to get across, as where side streets
// do not quite meet: docs/parameters.md.
constexpr std::int64_t longest_to_get_across = 50'000;  // mm

bool is_avoided_on_foot(Edge const& edge, Roads roads) {
  return roads == Roads::calm && edge.use.unsafe_on_foot && edge.millimetres > longest_to_get_across;
}

std::optional<Tenths> walking_time(Edge const& edge, Roads roads, Pace const& pace) {
  if (!edge.use.passage.foot || is_avoided_on_foot(edge, roads)) return std::nullopt;
  if (edge.use.kind == StreetClass::ferry) return ferry_time(edge, pace);
  if (edge.use.kind == StreetClass::steps) return travel_time(edge.millimetres, pace.steps);
  return travel_time(edge.millimetres, is_unpaved(edge.use) ? pace.walking_unpaved : pace.walking);
}

std::optional<Tenths> pushing_time(Edge const& edge, Roads roads, Pace const& pace) {
  if (!edge.use.passage.push || is_avoided_on_foot(edge, roads)) return std::nullopt;
  return travel_time(edge.millimetres, edge.use.kind == StreetClass::steps ? pace.steps : pace.pushing);
}

bool rides(Edge const& edge, bool forward, Roads roads) {
  if (edge.use.busy && roads == Roads::calm) return false;
  return forward ? edge.use.passage.bike_forward : edge.use.passage.bike_backward;
}

std::optional<Tenths> cycling_time(Edge const& edge, bool forward, Roads roads, Pace const& pace) {
  bool const riding = rides(edge, forward, roads);
  if (edge.use.kind == StreetClass::ferry) {
    return riding || edge.use.passage.push ? std::optional(ferry_time(edge, pace)) : std::nullopt;
  }
  if (!riding) return pushing_time(edge, roads, pace);
  return travel_time(edge.millimetres, is_unpaved(edge.use) ? pace.riding_unpaved : pace.riding);
}

// Half of the wait before the lights and half of it behind them, so that a way there and the same way back
// take as long; who begins or ends between two lights waits for the part of it that lies on the way.
Tenths waiting(Streets const& streets, Profile profile, Edge const& edge, bool forward, Pace const& pace) {
  bool const riding = profile.mode == Mode::bike && rides(edge, forward, profile.roads);
  auto const half = (riding ? pace.light_riding : pace.light_on_foot) / 2;
  auto const at = [&](Index<Node> node) {
    auto const signals = streets.signals(node);
    bool const stops = !riding ? signals.on_foot : forward ? signals.riding_along : signals.riding_against;
    return stops ? half : Tenths(0);
  };
  return at(edge.from) + at(edge.to);
}

TravelTimes::EdgeTime edge_time(Streets const& streets, Profile profile) {
  return [&streets, profile, pace = pace(profile)](Edge const& edge, bool forward) {
    auto time = profile.mode == Mode::walk ? walking_time(edge, profile.roads, pace)
                                           : cycling_time(edge, forward, profile.roads, pace);
    if (time) *time += waiting(streets, profile, edge, forward, pace);
    return time;
  };
}

// One boards where the ferry meets a street, not where two pieces of its line meet on the water.
bool is_landing(Streets const& streets, Index<Node> node) {
  return std::ranges::any_of(streets.arcs(node), [&](Arc const& arc) {
    return streets.edge(arc.edge()).use.kind != StreetClass::ferry;
  });
}

Tenths boarding(Streets const& streets, Index<Node> node, Edge const& edge, Pace const& pace) {
  bool const boards = edge.use.kind == StreetClass::ferry && is_landing(streets, node);
  return boards ? pace.boarding : Tenths(0);
}

std::vector<bool> edges_that_get_about(Streets const& streets, std::vector<Tenths> const& times) {
  auto const sizes = part_sizes(streets, times);
  std::size_t const largest = sizes.empty() ? 0 : *std::ranges::max_element(sizes);
  std::size_t const enough = std::min(smallest_large_part, largest);
  std::vector<bool> found(streets.edge_count());
  for (std::size_t node = 0; node < streets.node_count(); ++node) {
    auto const first = streets.first_arc(Index<Node>(node));
    auto const arcs = streets.arcs(Index<Node>(node));
    for (std::size_t at = 0; at < arcs.size(); ++at) {
      if (times[first + at] != never && sizes[node] >= enough && sizes[arcs[at].target().value()] >= enough) {
        found[arcs[at].edge().value()] = true;
      }
    }
  }
  return found;
}

Tenths longest_of(std::vector<Tenths> const& times) {
  Tenths longest(0);
  for (auto const time : times) {
    if (time != never) longest = std::max(longest, time);
  }
  return longest;
}

}  // namespace

TravelTimes::TravelTimes(std::shared_ptr<Streets const> streets, Profile profile)
    : TravelTimes(streets, wegwijzer::pace(profile), edge_time(*streets, profile)) {}

TravelTimes::TravelTimes(std::shared_ptr<Streets const> streets, Pace const& pace, EdgeTime const& time)
    : streets_(std::move(streets)),
      pace_(pace),
      edge_time_(time),
      arc_times_(arc_times()),
      gets_about_(edges_that_get_about(*streets_, arc_times_)),
      longest_(longest_of(arc_times_)) {}

std::vector<Tenths> TravelTimes::arc_times() const {
  std::vector<Tenths> times;
  times.reserve(streets_->all_arcs().size());
  for (std::size_t at = 0; at < streets_->node_count(); ++at) {
    for (Index<Node> const node(at); auto const& arc : streets_->arcs(node)) {
      times.push_back(time(node, streets_->edge(arc.edge()), arc.forward()));
    }
  }
  return times;
}

Tenths TravelTimes::time(Index<Node> from, Edge const& edge, bool forward) const {
  auto const found = edge_time_(edge, forward);
  if (!found) return never;
  return std::clamp(*found + boarding(*streets_, from, edge, pace_), Tenths(1), longest_time);
}

// Reckoned again: finding it among the times of the arcs takes several looks at memory.
Tenths TravelTimes::time(Index<Edge> edge, bool forward) const {
  auto const& there = streets_->edge(edge);
  return time(forward ? there.from : there.to, there, forward);
}

Tenths time_under_way(Minutes budget, Pace const& pace) {
  auto const tenths = std::chrono::duration<std::int64_t, std::deci>(budget).count();
  return Tenths(static_cast<std::int32_t>(std::clamp<std::int64_t>(tenths, -1, longest_time.count()))) -
         pace.start_up;
}

}  // namespace wegwijzer
