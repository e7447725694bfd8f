// SPDX-License-Identifier: EUPL-1.2
// The roads along a seam, once both cells beside it have said where their own streets meet it.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "towns/fabric.h"

namespace wegwijzer::towns {

// Where the streets of a cell meet one of its seams, in metres along it, ascending.
using Meetings = std::vector<float>;

struct SeamStop {
  double along = 0;
  std::int64_t node = 0;
  Point at;
};

// One line of a seam: its stops from the first vertex to the last.
struct SeamLine {
  WayKind kind = WayKind::none;
  std::vector<SeamStop> stops;
};

struct SeamLink {
  WayKind kind = WayKind::none;
  Height height = Height::ground;
  SeamStop from, to;
};

struct SeamLayout {
  std::vector<SeamLine> lines;
  std::vector<SeamLink> links;
  std::array<std::vector<SeamLink>, 2> drives;   // per side, from the road to a yard; where there is room
  std::array<std::vector<SeamStop>, 2> meeting;  // per side, in the order of its meetings
};

struct MetPlan {
  Plan plan;
  std::vector<Inset> insets;                      // per cell
  std::vector<std::array<Meetings, 2>> meetings;  // per seam: of the left and of the right cell
};

// Weaves every cell once to find where its streets meet its seams. The same on any number of threads.
MetPlan meet(Plan plan, std::size_t threads);

SeamLayout lay_out(MetPlan const& met, std::uint32_t seam);

// The water of a canal, and what joins the canals that meet at a vertex; empty where no two do.
Ring canal_bed(Plan const& plan, Seam const& seam);
Ring pool_at(Plan const& plan, std::uint32_t vertex);

// The links of a vertex: from the corners of the cells around it to its middle, where one can cross.
std::vector<SeamLink> crossings_at(MetPlan const& met, std::uint32_t vertex);

// The cell that draws a seam or vertex: the first one beside it that lies in the world.
std::uint32_t owner(Plan const& plan, Seam const& seam);
std::uint32_t owner(Plan const& plan, Vertex const& vertex);

// Numbers of nodes: of the world, ascending by the cell that owns them.
std::int64_t fabric_node(std::size_t cell, std::size_t node);

}  // namespace wegwijzer::towns
