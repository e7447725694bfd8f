// SPDX-License-Identifier: EUPL-1.2
// Draws the plan on the ground, cell by cell: ways with their bends, water, green, rows of houses.
#pragma once

#include <functional>
#include <string>

#include "towns/ground_shape.h"
#include "towns/map_patch.h"
#include "towns/seam_lines.h"

namespace wegwijzer::towns {

// Names of streets: of a line within a cell, of what runs along a seam; empty is none.
struct StreetNaming {
  std::function<std::string(std::size_t cell, std::uint32_t line, WayKind kind)> line;
  std::function<std::string(Seam const& seam)> road;
  std::function<std::string(std::size_t cell)> green;  // a park, wood or lake
  std::string station_square;
};

GroundShape ground_shape(Plan const& plan);

// The same whatever was drawn before it.
MapPatch draw(MetPlan const& met, GroundShape const& ground, StreetNaming const& naming, std::size_t cell);

// What runs across the country: railways, motorways, rivers.
MapPatch draw_strips(Plan const& plan, GroundShape const& ground);

}  // namespace wegwijzer::towns
