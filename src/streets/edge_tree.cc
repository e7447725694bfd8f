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
  return std::max({low, -high, 0.0});
}

// The plane stretches both axes evenly, so a box stays a box and this is a true lower bound in the plane.
double distance_to(GeoBox const& box, LocalPlane const& plane) {
  auto const low = plane.position(box.low);
  auto const high = plane.position(box.high);
  auto const east = outside(low.east, high.east), north = outside(low.north, high.north);
  return std::sqrt(east * east + north * north);
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

std::array<EdgeTree::Child, EdgeTree::fan_out> EdgeTree::nearest_first(LocalPlane const& plane,
                                                                       std::size_t level,
                                                                       std::size_t above) const {
  std::array<Child, fan_out> children;
  auto const& boxes = levels_[level];
  auto const first = above * fan_out, size = std::min(fan_out, boxes.size() - first);
  for (std::size_t at = 0; at < size; ++at) {
    Child const child{distance_to(boxes[first + at], plane), first + at};
    auto place = at;
    for (; place > 0 && children[place - 1].metres > child.metres; --place)
      children[place] = children[place - 1];
    children[place] = child;
  }
  return children;
}

}  // namespace wegwijzer
