// SPDX-License-Identifier: EUPL-1.2
// How each quarter is built: its spacings in metres and its shares of lines, pieces, blocks and corners.
// docs/parameters.md, "Fictional towns"; what they lead to is in docs/realism.md.
#pragma once

#include "towns/map_patch.h"
#include "towns/plan.h"

namespace wegwijzer::towns {

struct WayOfBuilding {
  double rows, columns;  // between streets along the cell and across it
  double uneven;         // how far a line lies off its place, as a share
  double skew;           // of the second direction, in radians at most
  WayKind street;
  double paths;      // lines across the cell that are for walking and cycling from end to end
  double gone;       // pieces left out
  double joins;      // line ends that meet the seam
  double staggered;  // crossings where the two halves of a street do not quite meet
  double stubs;      // pieces with a drive, a yard or a blind path beside them
  double alleys;     // blocks with a path between the gardens
  double greens;     // blocks with grass instead of houses
  double waters;     // rows of blocks with water in the middle
  double corners;    // corners of blocks that a path cuts off
  double diagonals;  // blocks with a path from corner to corner
  double fenced;     // blocks with allotments behind a fence
};

constexpr double never_built = 1e9;

WayOfBuilding const& way_of_building(Quarter quarter);

}  // namespace wegwijzer::towns
