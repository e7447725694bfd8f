// SPDX-License-Identifier: EUPL-1.2
// Points that stand for shapes: inside an outline, halfway a line.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "domain/area.h"

namespace wegwijzer {

// The corners of an upright box around an outline.
struct OutlineBox {
  GeoPoint low;
  GeoPoint high;

  bool holds(GeoPoint point) const;
  double size() const;  // in square units of GeoPoint, to compare by
};

OutlineBox box_around(std::vector<Polygon> const& outline);

// The centroid of the largest polygon when it lies inside; otherwise the middle of the widest stretch of the
// polygon on the parallel halfway its height. Nothing for an empty outline.
std::optional<GeoPoint> point_inside(std::vector<Polygon> const& outline);

// The point on a line at half its length. The line is not empty.
GeoPoint halfway(std::span<GeoPoint const> line);

}  // namespace wegwijzer
