// SPDX-License-Identifier: EUPL-1.2
// The order in which the crossings of a street network are contracted, whatever the travel times: nested
// dissection (A. George, SIAM J. Numer. Anal. 10, 1973), which makes hierarchies customisable (J. Dibbelt, B.
// Strasser and D. Wagner, ACM J. Exp. Algorithmics 21, 2016). Few crossings come last, and all ways from one
// part of the country to another lead over these.
#pragma once

#include <span>
#include <vector>

#include "base/geo_point.h"
#include "reach/skeleton.h"
#include "reach/work_done.h"

namespace wegwijzer {

// Another whenever the same graph gets another order, so that no older one is used that was kept.
inline constexpr std::uint32_t order_version = 1;

// The nodes, the first to be contracted first. The same graph gives the same order on any number of threads.
// Told of nodes that have found their place.
std::vector<std::uint32_t> contraction_order(Skeleton const& graph, std::span<GeoPoint const> points,
                                             unsigned threads, WorkDone const& told = {});

}  // namespace wegwijzer
