// SPDX-License-Identifier: EUPL-1.2
// Where a point lies along a Hilbert curve over the earth: points that are near on it are near on the ground.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/geo_point.h"

namespace wegwijzer {

std::uint64_t position_on_curve(GeoPoint point);

// The numbers of these points along the curve; of one place in their own order.
std::vector<std::uint32_t> order_along_curve(std::span<GeoPoint const> points);

}  // namespace wegwijzer
