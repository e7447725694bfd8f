// SPDX-License-Identifier: EUPL-1.2
// What a query cannot do without reading: the estimate of how fast it could be at best.
#pragma once

#include <cstdint>
#include <unordered_set>

#include "reach_ground.h"

namespace wegwijzer {

struct Touched {
  double ranks = 0;
  double entries = 0;
  double lines = 0;  // of the cache
};

// What for_each_row reads, per home: links upward and back within the bound, runs that begin before it, and a
// line for each venue met. The lines that the homes of one search cannot do without are counted once.
Touched touched(Ground const& ground, PlaceIndex const& index, Minutes budget);

}  // namespace wegwijzer
