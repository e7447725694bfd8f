// SPDX-License-Identifier: EUPL-1.2
// Fewer points where nobody sees the difference (Douglas and Peucker, 1973).
#pragma once

#include "tiles/plane.h"

namespace wegwijzer::tiles {

// Leaves out points that lie within the tolerance of the line through the points that stay. Both ends stay.
Path simplified(Path const& path, double tolerance);

// The same for a loop; the first point stays. May leave fewer than three points, when it is that thin.
Loop simplified_loop(Loop loop, double tolerance);

}  // namespace wegwijzer::tiles
