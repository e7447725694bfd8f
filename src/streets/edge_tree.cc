// SPDX-License-Identifier: EUPL-1.2
#include "streets/edge_tree.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace wegwijzer {

namespace {

constexpr auto lowest = std::numeric_limits<std::int32_t>::min();
constexpr auto highest = std::numeric_limits<std::int32_t>::max();

GeoBox around(GeoBox const& a, GeoBox const& b) {
  return {{std::min(a.low.latitude, b.low.latitude), std::min(a.low.longitude, b.low.longitude)},
          {std::max(a.high.latitude, b.high.latitude), std::max(a.high.longitude, b.high.longitude)}};
}

GeoBox box_of(GeoPoint point) {
  return {point, point};
}

template <class Thing, class Box>
GeoBox around_all(std::span<Thing const> things, Box box) {
  GeoBox all{{highest, highest}, {lowest, lowest}};
  for (auto const& thing : things) all = around(all, box(thing));
  return all;
}

std::vector<GeoBox> boxes_above(std::vector<GeoBox> const& boxes, std::size_t fan_out) {
  std::vector<GeoBox> above;
  for (std::size_t first = 0; first < boxes.size(); first += fan_out) {
    auto const group = std::span(boxes).subspan(first, std::min(fan_out, boxes.size() - first));
    above.push_back(around_all(group, [](GeoBox const& box) { return box; }));
  }
  return above;
}

double outside(double low, double high) {
  return low > 0 ? low : high < 0 ? -high : 0;
}

}  // namespace

EdgeTree::EdgeTree(std::span<std::uint32_t const> first_point, std::span<GeoPoint const> points)
    : edges_(first_point.size() - 1) {
  std::vector<GeoBox> leaves;
  for (std::size_t first = 0; first < edges_; first += fan_out) {
    std::size_t const end = std::min(first + fan_out, edges_);
    leaves.push_back(
        around_all(points.subspan(first_point[first], first_point[end] - first_point[first]), box_of));
  }
  if (leaves.empty()) return;
  levels_.push_back(std::move(leaves));
  while (levels_.back().size() > 1) levels_.push_back(boxes_above(levels_.back(), fan_out));
}

// The plane stretches both axes evenly, so a box stays a box and this is a true lower bound in the plane.
double EdgeTree::distance_to(GeoBox const& box, LocalPlane const& plane) {
  auto const low = plane.position(box.low);
  auto const high = plane.position(box.high);
  return std::hypot(outside(low.east, high.east), outside(low.north, high.north));
}

}  // namespace wegwijzer
