// SPDX-License-Identifier: EUPL-1.2
// What of a line or an outline lies within a box. decisions/0018 says why outlines are cut this way.
#pragma once

#include <vector>

#include "tiles/plane.h"

namespace wegwijzer::tiles {

// The parts inside, in their own direction; each has at least two points.
std::vector<Path> clip_line(Path const& line, Box const& box);

// Right for hollow outlines that fall apart, and for holes that the box cuts open. Even-odd rule: an outline
// that crosses itself stays what it was.
std::vector<Outline> clip_outline(Outline outline, Box const& box);

}  // namespace wegwijzer::tiles
