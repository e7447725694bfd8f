// SPDX-License-Identifier: EUPL-1.2
// Points that lie evenly in every dimension, however few they are: in each dimension one in each of as many
// equal parts of [0, 1) as there are points, by chance within it (M. McKay, R. Beckman, W. Conover,
// Technometrics 21, 1979).
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "base/random.h"

namespace wegwijzer {

// Points [draw][dimension]. Every dimension has a stream of chance of its own, by its name, so that another
// one more changes none of the others.
std::vector<std::vector<double>> latin_hypercube(std::size_t draws,
                                                 std::span<std::string_view const> dimensions, Seed seed);

}  // namespace wegwijzer
