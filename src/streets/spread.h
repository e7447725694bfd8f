// SPDX-License-Identifier: EUPL-1.2
// How a number of measured values are spread.
#pragma once

#include <cstddef>
#include <vector>

namespace wegwijzer {

struct Spread {
  std::size_t count = 0;
  double mean = 0;
  double low = 0;  // 10th percentile
  double median = 0;
  double high = 0;  // 90th percentile
};

// Percentiles lie between the two nearest values by rank (R. Hyndman and Y. Fan, Am. Stat. 50, 1996, type 7).
Spread spread_of(std::vector<double> values);

}  // namespace wegwijzer
