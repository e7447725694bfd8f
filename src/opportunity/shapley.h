// SPDX-License-Identifier: EUPL-1.2
// What each part of a whole adds to it, over all orders in which the parts can come: L. Shapley, "A value for
// n-person games", 1953. DOMAIN.md section 4 takes inequality apart by the five factors with it (A.
// Shorrocks, J. Econ. Inequal. 11, 2013).
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace wegwijzer {

// `worth[c]` is what those whose bits are set in c reach together, so it is 2^players long. What comes back,
// by player, adds up to the worth of all less that of nobody.
std::vector<double> shapley(std::size_t players, std::span<double const> worth);

}  // namespace wegwijzer
