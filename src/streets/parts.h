// SPDX-License-Identifier: EUPL-1.2
// Which nodes can be reached from one another to and fro.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "streets/streets.h"

namespace wegwijzer {

// For each node the number of nodes in its strongly connected part; `times` per arc, `never` where closed.
std::vector<std::uint32_t> part_sizes(Streets const& streets, std::span<Tenths const> times);

}  // namespace wegwijzer
