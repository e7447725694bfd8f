// SPDX-License-Identifier: EUPL-1.2
#include "exchange/osm_shape.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>

namespace wegwijzer {

namespace {

// Twice the signed area of a ring and its first moments, relative to an origin near it so that doubles stay
// exact enough (P. Bourke, "Calculating the area and centroid of a polygon", 1988).
struct Moments {
  double area = 0;
  double east = 0;
  double north = 0;
};

Moments moments(Ring const& ring, GeoPoint origin) {
  Moments sum;
  for (std::size_t i = 1; i < ring.size(); ++i) {
    double const east_a = static_cast<double>(ring[i - 1].longitude) - origin.longitude;
    double const north_a = static_cast<double>(ring[i - 1].latitude) - origin.latitude;
    double const east_b = static_cast<double>(ring[i].longitude) - origin.longitude;
    double const north_b = static_cast<double>(ring[i].latitude) - origin.latitude;
    double const cross = east_a * north_b - east_b * north_a;
    sum.area += cross;
    sum.east += (east_a + east_b) * cross;
    sum.north += (north_a + north_b) * cross;
  }
  return sum;
}

double size_of(Polygon const& polygon) {
  return std::abs(moments(polygon.outer, polygon.outer.front()).area);
}

std::optional<GeoPoint> centroid(Polygon const& polygon) {
  auto const origin = polygon.outer.front();
  auto sum = moments(polygon.outer, origin);
  for (auto const& hole : polygon.holes) {
    auto const part = moments(hole, origin);
    double const sign = (part.area > 0) == (sum.area > 0) ? -1 : 1;  // a hole counts against its outer ring
    sum.area += sign * part.area;
    sum.east += sign * part.east;
    sum.north += sign * part.north;
  }
  if (sum.area == 0) return std::nullopt;
  double const north = origin.latitude + sum.north / (3 * sum.area);
  double const east = origin.longitude + sum.east / (3 * sum.area);
  if (std::abs(north) > 900'000'000 || std::abs(east) > 1'800'000'000) return std::nullopt;
  return GeoPoint{static_cast<std::int32_t>(std::lround(north)),
                  static_cast<std::int32_t>(std::lround(east))};
}

void add_crossings(Ring const& ring, double latitude, std::vector<double>& longitudes) {
  for (std::size_t i = 1; i < ring.size(); ++i) {
    auto const& a = ring[i - 1];
    auto const& b = ring[i];
    if ((a.latitude > latitude) == (b.latitude > latitude)) continue;
    double const share = (latitude - a.latitude) / (static_cast<double>(b.latitude) - a.latitude);
    longitudes.push_back(a.longitude + share * (static_cast<double>(b.longitude) - a.longitude));
  }
}

GeoPoint point_on_surface(Polygon const& polygon) {
  auto const [low, high] = std::ranges::minmax(polygon.outer, {}, &GeoPoint::latitude);
  double const latitude = (static_cast<double>(low.latitude) + high.latitude) / 2;
  std::vector<double> longitudes;
  add_crossings(polygon.outer, latitude, longitudes);
  for (auto const& hole : polygon.holes) add_crossings(hole, latitude, longitudes);
  std::ranges::sort(longitudes);
  double widest = -1;
  double middle = polygon.outer.front().longitude;
  for (std::size_t i = 1; i < longitudes.size(); i += 2) {
    if (longitudes[i] - longitudes[i - 1] <= widest) continue;
    widest = longitudes[i] - longitudes[i - 1];
    middle = (longitudes[i] + longitudes[i - 1]) / 2;
  }
  if (widest < 0) return polygon.outer.front();
  return {static_cast<std::int32_t>(std::lround(latitude)), static_cast<std::int32_t>(std::lround(middle))};
}

GeoPoint between(GeoPoint a, GeoPoint b, double share) {
  auto const mix = [share](std::int32_t from, std::int32_t to) {
    return static_cast<std::int32_t>(std::lround(from + share * (static_cast<double>(to) - from)));
  };
  return {mix(a.latitude, b.latitude), mix(a.longitude, b.longitude)};
}

}  // namespace

bool OutlineBox::holds(GeoPoint point) const {
  return low.latitude <= point.latitude && point.latitude <= high.latitude &&
         low.longitude <= point.longitude && point.longitude <= high.longitude;
}

double OutlineBox::size() const {
  return (static_cast<double>(high.latitude) - low.latitude) *
         (static_cast<double>(high.longitude) - low.longitude);
}

OutlineBox box_around(std::vector<Polygon> const& outline) {
  constexpr auto least = std::numeric_limits<std::int32_t>::min();
  constexpr auto most = std::numeric_limits<std::int32_t>::max();
  OutlineBox box{{most, most}, {least, least}};
  for (auto const& polygon : outline) {
    for (auto const& point : polygon.outer) {
      box.low = {std::min(box.low.latitude, point.latitude), std::min(box.low.longitude, point.longitude)};
      box.high = {std::max(box.high.latitude, point.latitude), std::max(box.high.longitude, point.longitude)};
    }
  }
  return box;
}

std::optional<GeoPoint> point_inside(std::vector<Polygon> const& outline) {
  if (outline.empty()) return std::nullopt;
  auto const& largest = *std::ranges::max_element(outline, {}, size_of);
  auto const middle = centroid(largest);
  return middle && contains({largest}, *middle) ? *middle : point_on_surface(largest);
}

GeoPoint halfway(std::span<GeoPoint const> line) {
  double whole = 0;
  for (std::size_t i = 1; i < line.size(); ++i) whole += distance(line[i - 1], line[i]).value;
  double left = whole / 2;
  for (std::size_t i = 1; i < line.size(); ++i) {
    double const piece = distance(line[i - 1], line[i]).value;
    if (piece >= left && piece > 0) return between(line[i - 1], line[i], left / piece);
    left -= piece;
  }
  return line.front();
}

}  // namespace wegwijzer
