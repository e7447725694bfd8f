// SPDX-License-Identifier: EUPL-1.2
// Lines and rings on the whole units of a tile.
#pragma once

#include <cstdint>
#include <vector>

#include "tiles/plane.h"

namespace wegwijzer::tiles {

struct WholePoint {
  std::int32_t x = 0;
  std::int32_t y = 0;
  auto operator<=>(WholePoint const&) const = default;
};

using WholePath = std::vector<WholePoint>;

// Rounded, without repeated points; fewer than two points are no line.
WholePath whole_line(Path const& path);

// Rounded, without repeated points and without spikes; empty when no area is left.
WholePath whole_ring(Loop const& loop);

std::int64_t twice_signed_area(WholePath const& ring);  // positive when clockwise on the screen

// Lines that end where others begin, whatever their direction, become one.
std::vector<WholePath> joined(std::vector<WholePath> lines);

}  // namespace wegwijzer::tiles
