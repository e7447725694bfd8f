// SPDX-License-Identifier: EUPL-1.2
// From the coordinates of a file to points on earth: WGS84 degrees as they are, Rijksdriehoek (EPSG:28992)
// by PROJ. Without correction grids RD is right within about 0.3 m (horizontally, on land; the EPSG registry
// gives 1 m for this transformation), which is less than CBS's rounding of boundaries.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "domain/area.h"
#include "exchange/geojson.h"

namespace wegwijzer {

enum class Coordinates { wgs84, rd };

// What a crs member says, else what the coordinates can only be. Fails with "geojson.crs_unknown".
Result<Coordinates> coordinates_of(FeatureCollection const& collection);

class Projection {
 public:
  explicit Projection(Coordinates coordinates);
  ~Projection();
  Projection(Projection&&) noexcept;
  Projection& operator=(Projection&&) noexcept;

  // Nothing when the coordinates lie outside the world (or, in RD, far outside the Netherlands).
  std::optional<GeoPoint> point(PlanePoint at) const;
  std::optional<std::vector<Polygon>> polygons(std::vector<PlanePolygon> const& outlines) const;

 private:
  struct Proj;

  Coordinates coordinates_;
  std::unique_ptr<Proj> proj_;
};

}  // namespace wegwijzer
