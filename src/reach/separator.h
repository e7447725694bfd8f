// SPDX-License-Identifier: EUPL-1.2
// Cuts a part of the streets in two by as few crossings as it can: inertial flow (A. Schild and C. Sommer,
// SEA 2015). Where the nodes lie says in which direction a cut is tried; a maximum flow finds the smallest
// one there (Y. Dinitz, Soviet Math. Dokl. 11, 1970).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reach/skeleton.h"

namespace wegwijzer {

struct FlatPoint {
  std::int32_t east = 0;
  std::int32_t north = 0;
};

enum class Side : std::uint8_t { left, right, between };

// For each node its side: no neighbour of a left one is right. The same input always gives the same cut. Both
// sides hold at least one node when the graph has at least four and is not complete.
std::vector<Side> separate(Skeleton const& graph, std::span<FlatPoint const> points);

}  // namespace wegwijzer
