// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/diversity.h"

#include <cmath>
#include <numeric>

namespace wegwijzer {

Diversity diversity(std::span<double const> amounts) {
  auto const whole = std::accumulate(amounts.begin(), amounts.end(), 0.0);
  if (whole <= 0) return {};
  double kinds = 0, entropy = 0, alike = 0;
  for (auto const amount : amounts) {
    auto const share = amount / whole;
    if (share <= 0) continue;  // also what is too little to be told from nothing
    ++kinds;
    entropy -= share * std::log(share);
    alike += share * share;
  }
  return {kinds, std::exp(entropy), 1 / alike};
}

}  // namespace wegwijzer
