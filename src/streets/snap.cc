// SPDX-License-Identifier: EUPL-1.2
#include "streets/snap.h"

#include <cmath>
#include <optional>
#include <utility>

namespace wegwijzer {

namespace {

constexpr double farthest_door_metres = 500;
constexpr double connector_detour = 1.2;

struct Found {
  Index<Edge> edge;
  NearestOnLine nearest;
};

// Of equally near ones the first edge.
bool is_nearer(Found const& found, std::optional<Found> const& than) {
  auto const order = [](Found const& each) { return std::pair(each.nearest.metres, each.edge); };
  return found.nearest.metres <= farthest_door_metres && (!than || order(found) < order(*than));
}

bool may_pass(TravelTimes const& times, Index<Edge> edge) {
  auto const& use = times.streets().edge(edge).use;
  if (use.kind == StreetClass::ferry || use.turning) return false;
  return times.time(edge, true) != never || times.time(edge, false) != never;
}

class Snapping {
 public:
  Snapping(TravelTimes const& times, GeoPoint door) : times_(times), plane_(door) {}

  std::optional<Found> nearest() {
    times_.streets().tree().near(plane_, farthest_door_metres,
                                 [this](Index<Edge> edge) { return look_at(edge); });
    return connected_ ? connected_ : isolated_;
  }

 private:
  double look_at(Index<Edge> edge) {
    Found const found{edge, nearest_on_line(plane_, times_.streets().line(edge))};
    auto& best = times_.gets_about(edge) ? connected_ : isolated_;
    if (is_nearer(found, best) && may_pass(times_, edge)) best = found;
    return connected_ ? connected_->nearest.metres : farthest_door_metres;
  }

  TravelTimes const& times_;
  LocalPlane plane_;
  std::optional<Found> connected_;
  std::optional<Found> isolated_;
};

// No time for a door on the street itself, where travel_time would give its smallest step.
Tenths connector(double metres, Speed walking) {
  auto const millimetres = static_cast<std::uint32_t>(std::lround(metres * connector_detour * 1000));
  return millimetres == 0 ? Tenths(0) : travel_time(millimetres, walking);
}

}  // namespace

Result<Place> snap(TravelTimes const& times, GeoPoint door) {
  auto const found = Snapping(times, door).nearest();
  if (!found) return fail(Fault::missing, "streets.too_far");
  return Place{found->edge, along(times.streets().line(found->edge), found->nearest),
               connector(found->nearest.metres, times.pace().walking)};
}

}  // namespace wegwijzer
