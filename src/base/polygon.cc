// SPDX-License-Identifier: EUPL-1.2
#include "base/polygon.h"

#include <algorithm>

namespace wegwijzer {

namespace {

bool crosses(GeoPoint a, GeoPoint b, GeoPoint point) {
  if ((a.latitude > point.latitude) == (b.latitude > point.latitude)) return false;
  // doubles.
  double const share =
      (static_cast<double>(point.latitude) - a.latitude) / (static_cast<double>(b.latitude) - a.latitude);
  return point.longitude < a.longitude + share * (static_cast<double>(b.longitude) - a.longitude);
}

bool odd_crossings(Ring const& ring, GeoPoint point) {
  bool odd = false;
  for (std::size_t i = 1; i < ring.size(); ++i) {
    if (crosses(ring[i - 1], ring[i], point)) odd = !odd;
  }
  return odd;
}

}  // namespace

bool contains(std::vector<Polygon> const& polygons, GeoPoint point) {
  return std::ranges::any_of(polygons, [&](Polygon const& polygon) {
    bool inside = odd_crossings(polygon.outer, point);
    for (auto const& hole : polygon.holes) inside = inside != odd_crossings(hole, point);
    return inside;
  });
}

}  // namespace wegwijzer
