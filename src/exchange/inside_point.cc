// SPDX-License-Identifier: EUPL-1.2
#include "exchange/inside_point.h"

#include <algorithm>
#include <cmath>

namespace wegwijzer {

namespace {

// Relative to the first point, so that products of large coordinates lose no digits.
struct Offset {
  double x = 0;
  double y = 0;
};

Offset offset(GeoPoint from, GeoPoint to) {
  return {static_cast<double>(to.longitude) - from.longitude,
          static_cast<double>(to.latitude) - from.latitude};
}

GeoPoint centroid(Ring const& ring) {
  double area = 0, x = 0, y = 0;
  for (std::size_t i = 1; i < ring.size(); ++i) {
    auto const a = offset(ring[0], ring[i - 1]);
    auto const b = offset(ring[0], ring[i]);
    double const cross = a.x * b.y - b.x * a.y;
    area += cross;
    x += (a.x + b.x) * cross;
    y += (a.y + b.y) * cross;
  }
  if (area == 0) return ring.front();
  auto const units = [](std::int32_t from, double by) {
    return static_cast<std::int32_t>(std::clamp(std::round(from + by), -1.8e9, 1.8e9));
  };
  return {units(ring[0].latitude, y / (3 * area)), units(ring[0].longitude, x / (3 * area))};
}

void add_crossings(Ring const& ring, double latitude, std::vector<double>& at) {
  for (std::size_t i = 1; i < ring.size(); ++i) {
    double const a = ring[i - 1].latitude, b = ring[i].latitude;
    if ((a > latitude) == (b > latitude)) continue;
    double const share = (latitude - a) / (b - a);
    at.push_back(ring[i - 1].longitude +
                 share * (static_cast<double>(ring[i].longitude) - ring[i - 1].longitude));
  }
}

std::optional<GeoPoint> widest_middle(Polygon const& polygon, std::int32_t latitude) {
  std::vector<double> at;
  add_crossings(polygon.outer, latitude, at);
  for (auto const& hole : polygon.holes) add_crossings(hole, latitude, at);
  std::ranges::sort(at);
  double widest = -1, middle = 0;
  for (std::size_t i = 1; i < at.size(); i += 2) {
    if (at[i] - at[i - 1] <= widest) continue;
    widest = at[i] - at[i - 1];
    middle = (at[i] + at[i - 1]) / 2;
  }
  if (widest < 0) return std::nullopt;
  return GeoPoint{latitude, static_cast<std::int32_t>(std::lround(middle))};
}

}  // namespace

double signed_area(Ring const& ring) {
  double area = 0;
  for (std::size_t i = 1; i < ring.size(); ++i) {
    auto const a = offset(ring[0], ring[i - 1]);
    auto const b = offset(ring[0], ring[i]);
    area += a.x * b.y - b.x * a.y;
  }
  return area;
}

std::optional<GeoPoint> inside_point(std::vector<Polygon> const& polygons) {
  if (polygons.empty()) return std::nullopt;
  auto const& largest = *std::ranges::max_element(
      polygons, {}, [](Polygon const& polygon) { return std::abs(signed_area(polygon.outer)); });
  if (largest.outer.empty()) return std::nullopt;
  auto const middle = centroid(largest.outer);
  if (contains({largest}, middle)) return middle;
  return widest_middle(largest, middle.latitude).value_or(largest.outer.front());
}

}  // namespace wegwijzer
