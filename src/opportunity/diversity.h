// SPDX-License-Identifier: EUPL-1.2
// How many kinds of things there are, counted by how much there is of each: Hill numbers (M. O. Hill,
// Ecology 54, 1973), of which DOMAIN.md section 4 asks that of order 1 over themes.
#pragma once

#include <span>

namespace wegwijzer {

struct Diversity {
  double kinds = 0;     // order 0: of which there is anything
  double common = 0;    // order 1: exp of Shannon's entropy; as many as kinds if all were alike
  double dominant = 0;  // order 2: one through the chance that two draws are of one kind
  bool operator==(Diversity const&) const = default;
};

// Of the amounts of each kind, none of them negative; all zero when there is nothing.
Diversity diversity(std::span<double const> amounts);

}  // namespace wegwijzer
