// SPDX-License-Identifier: EUPL-1.2
// Places in such an order that neighbours come together: what one search leaves in the cache serves the next,
// and several can be searched from at once.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "reach/hierarchy.h"
#include "streets/snap.h"

namespace wegwijzer {

// The numbers of those that have a place.
std::vector<std::uint32_t> neighbours_together(Hierarchy const& hierarchy,
                                               std::span<std::optional<Place> const> places);

}  // namespace wegwijzer
