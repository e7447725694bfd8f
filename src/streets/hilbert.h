// SPDX-License-Identifier: EUPL-1.2
// Where a point lies along a Hilbert curve over the earth: points that are near on it are near on the ground.
#pragma once

#include <cstdint>

#include "base/geo_point.h"

namespace wegwijzer {

std::uint64_t position_on_curve(GeoPoint point);

}  // namespace wegwijzer
