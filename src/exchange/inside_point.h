// SPDX-License-Identifier: EUPL-1.2
// A point that lies in an area, to put its name or a marker on.
#pragma once

#include <optional>
#include <vector>

#include "domain/area.h"

namespace wegwijzer {

// Twice the signed area in square units of 1e-7 degree; only good for comparing rings near each other.
double signed_area(Ring const& ring);

// The centroid of the largest polygon when it lies inside, else the middle of the widest part on its
// latitude.
std::optional<GeoPoint> inside_point(std::vector<Polygon> const& polygons);

}  // namespace wegwijzer
