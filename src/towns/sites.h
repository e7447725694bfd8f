// SPDX-License-Identifier: EUPL-1.2
// First step of a plan: where towns lie, and the middle of each cell with what is built there.
#pragma once

#include "towns/plan.h"

namespace wegwijzer::towns {

// Fills towns, half_width, and the cells as far as their site, quarter, town and depth.
void place_sites(Plan& plan, WorldSize const& size);

// Second step: cells grow until they meet (Voronoi), with vertices and seams in between.
void grow_cells(Plan& plan);

// The roomiest place for a station along a railway near here, with its square within one cell where people
// live; nothing when there is none.
std::optional<Station> find_station(Plan const& plan, std::size_t town, Point near);

// What is kept free for the square and the building.
Strip station_grounds(Station const& station);

// Third step: what runs along the seams, and where one can cross.
void lay_main_lines(Plan& plan);

}  // namespace wegwijzer::towns
