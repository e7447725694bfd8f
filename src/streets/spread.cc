// SPDX-License-Identifier: EUPL-1.2
#include "streets/spread.h"

#include <algorithm>
#include <numeric>

namespace wegwijzer {

namespace {

double percentile(std::vector<double> const& sorted, double share) {
  double const rank = share * static_cast<double>(sorted.size() - 1);
  auto const below = static_cast<std::size_t>(rank);
  auto const above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (rank - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

}  // namespace

Spread spread_of(std::vector<double> values) {
  if (values.empty()) return {};
  std::ranges::sort(values);
  double const sum = std::accumulate(values.begin(), values.end(), 0.0);
  return {values.size(), sum / static_cast<double>(values.size()), percentile(values, 0.1),
          percentile(values, 0.5), percentile(values, 0.9)};
}

}  // namespace wegwijzer
