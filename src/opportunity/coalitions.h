// SPDX-License-Identifier: EUPL-1.2
// What children would experience if some of the five factors were the same for all: of each offering the mean
// of that factor over all these children (DOMAIN.md section 4; A. Shorrocks, J. Econ. Inequal. 11, 2013).
#pragma once

#include "opportunity/all_children.h"

namespace wegwijzer {

// Factors that are as they are, as bits in the order of Factor.
using Coalition = std::uint32_t;

inline constexpr Coalition coalition_count = 1U << factor_count;
inline constexpr Coalition all_factors = coalition_count - 1;

constexpr Coalition bit_of(Factor factor) {
  return 1U << static_cast<unsigned>(factor);
}

// Of one offering the means over all children, also those whose age it does not suit or who are out of reach:
// presence is 0 for them. A way over calm streets that is out of reach counts as none.
struct FactorMeans {
  double presence = 0;
  double visibility = 0;
  double welcome = 0;
  double access = 0;
  double support = 0;
};

// By coalition what is experienced by home and profile: all coalitions at once. `children` as of
// children_by_profile(), not all of them 0. Needs 256 bytes for each home and profile. The same on any number
// of threads.
std::vector<std::vector<double>> experienced_by_coalition(RowsOfHomes const& rows,
                                                          std::span<double const> children, unsigned threads);

}  // namespace wegwijzer
