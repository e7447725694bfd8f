// SPDX-License-Identifier: EUPL-1.2
// The crossings of some of the streets, and the links between them. Where a street only changes its name or
// its class is no crossing, so a link may be several edges long.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "streets/streets.h"

namespace wegwijzer {

struct Link {
  Index<Node> from;
  Index<Node> to;
  std::uint64_t millimetres = 0;
};

struct Crossings {
  std::vector<std::uint32_t> arcs;  // how many links meet in each node; zero where there is no crossing
  std::vector<Link> links;

  bool is_cul_de_sac(Index<Node> node) const { return arcs[node.value()] == 1; }
};

// Two edges between the same nodes and of the same length count once. A ring without any crossing counts as a
// link from one of its nodes to itself; only there two arcs meet.
Crossings find_crossings(Streets const& streets, std::function<bool(Edge const&)> const& chosen);

bool is_walkable(Edge const& edge);  // on foot, ferries left out
// A street in the sense of a street plan: motorway to service road, and pedestrian streets; no paths, tracks,
// footways or cycleways.
bool is_street_proper(Edge const& edge);

}  // namespace wegwijzer
