// SPDX-License-Identifier: EUPL-1.2
// What is not known about the parameters, as many sets of values that could all be true: to tell which
// results stand and which hang on an assumption.
#pragma once

#include <cstddef>
#include <vector>

#include "base/random.h"
#include "opportunity/intervals.h"
#include "opportunity/parameters.h"

namespace wegwijzer {

// How many are enough to tell apart what each parameter does: docs/parameters.md.
inline constexpr std::size_t usual_draws = 200;

// All but `square`: how fine to look is chosen, and nothing about the world that could be otherwise.
bool is_varied(Parameter const& parameter);

// Between which values a parameter is drawn, where `usual` is what is reckoned with; both ends are that where
// it is not varied.
Interval drawn_range(Parameter const& parameter, double usual);

// Each set has every varied parameter at any value of its range with the same chance, independent of the
// others, spread evenly over the draws (latin_hypercube.h). A range is widened to the usual value where that
// lies outside it. Where `half_at` is usually 0 it stays so: it then says that all within reach count
// whole, and not that what is next door counts half. Every value is one that may be set.
std::vector<OpportunityParameters> parameter_draws(OpportunityParameters const& usual, std::size_t draws,
                                                   Seed seed);

}  // namespace wegwijzer
