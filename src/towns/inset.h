// SPDX-License-Identifier: EUPL-1.2
// A cell without the strips along its seams: what is left for its own streets.
#pragma once

#include <vector>

#include "towns/plan.h"

namespace wegwijzer::towns {

// From the middle of a seam to the street or path along it, on either side; 0 where both sides share it.
double half_width(SeamKind kind);

struct Inset {
  Ring ring;
  std::vector<std::size_t> side;  // of the ring's side i: which seam of the cell
  std::vector<Point> corner;      // of the cell's vertex i; the vertex itself where nothing was taken away

  // The stretch of the cell's seam i that borders the inset, in metres from the first vertex of the seam.
  struct Stretch {
    double from = 0, to = 0;
  };

  std::vector<Stretch> stretch;
};

Inset inset_of(Plan const& plan, std::size_t cell);

// Metres along a seam from its first vertex.
double along(Plan const& plan, Seam const& seam, Point at);

}  // namespace wegwijzer::towns
