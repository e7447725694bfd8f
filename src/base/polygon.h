// SPDX-License-Identifier: EUPL-1.2
// Outlines on the map.
#pragma once

#include <vector>

#include "base/geo_point.h"

namespace wegwijzer {

using Ring = std::vector<GeoPoint>;  // closed: the first point is the last

struct Polygon {
  Ring outer;
  std::vector<Ring> holes;
  bool operator==(Polygon const&) const = default;
};

// Even-odd rule over all rings; a point on a boundary may fall on either side.
bool contains(std::vector<Polygon> const& polygons, GeoPoint point);

}  // namespace wegwijzer
