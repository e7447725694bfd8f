// SPDX-License-Identifier: EUPL-1.2
// A place on earth (WGS84) as whole ten-millionths of a degree, and distances in metres.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace wegwijzer {

struct Metres {
  double value = 0;
  auto operator<=>(Metres const&) const = default;
};

struct GeoPoint {
  std::int32_t latitude = 0;   // 1e-7 degree north
  std::int32_t longitude = 0;  // 1e-7 degree east
  // Rounded to 1e-7 degree. The caller has checked the bounds (-90..90, -180..180).
  static GeoPoint of_degrees(double latitude, double longitude);
  // "52.0116,4.3571": latitude, longitude in degrees; fails with "place.not_a_point".
  static Result<GeoPoint> parse(std::string_view text);

  double latitude_degrees() const { return latitude / 1e7; }

  double longitude_degrees() const { return longitude / 1e7; }

  auto operator<=>(GeoPoint const&) const = default;
};

std::string text(GeoPoint point);  // "52.0116000,4.3571000"

// Great-circle distance on a sphere with radius 6,371,008.8 m (mean radius, IUGG).
Metres distance(GeoPoint a, GeoPoint b);

// A small flat map around a point: metres east and north of it. Error below 0.1% within 50 km of the origin.
class LocalPlane {
 public:
  explicit LocalPlane(GeoPoint origin);

  struct Position {
    double east = 0;
    double north = 0;
  };

  Position position(GeoPoint point) const;
  GeoPoint point(Position position) const;

 private:
  GeoPoint origin_;
  double metres_per_unit_east_;
};

}  // namespace wegwijzer
