// SPDX-License-Identifier: EUPL-1.2
// The streets and paths within one cell, in the straight lines of the plan, by the way of building of its
// quarter: lines in two directions, of which some pieces are streets, some paths and some nothing.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "towns/inset.h"
#include "towns/map_patch.h"
#include "towns/plan.h"

namespace wegwijzer::towns {

struct FabricNode {
  Point at;
  int side = -1;     // the seam of the cell on which it lies; -1 within the cell
  double along = 0;  // metres along that seam
};

struct Piece {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  WayKind kind = WayKind::none;
  Height height = Height::ground;
  std::uint32_t line = 0;                // pieces of one line have one name
  std::array<bool, 2> free{true, true};  // room for houses on the left and on the right
};

struct Plot {
  ShapeKind kind = ShapeKind::grass;
  Ring ring;
};

struct Fabric {
  std::vector<FabricNode> nodes;
  std::vector<Piece> pieces;  // of one line behind each other, in its direction
  std::vector<Plot> plots;
  std::uint32_t lines = 0;
  std::size_t fenced = 0;  // pieces from here on hang together with no street
};

Fabric weave(Plan const& plan, std::size_t cell, Inset const& inset);

// True where a way comes over rails, a motorway or the water of a river.
bool crosses_strip(Plan const& plan, std::size_t cell, Point from, Point to);

// True where a railway, motorway or river of the country runs, or within so many metres of it.
bool on_strip(Plan const& plan, std::size_t cell, Point from, Point to, double margin);

}  // namespace wegwijzer::towns
