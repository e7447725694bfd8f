// SPDX-License-Identifier: EUPL-1.2
#include "usecases/opportunity/parameter_range.h"

#include <algorithm>

#include "opportunity/parameter_draws.h"

namespace wegwijzer {

Interval drawn_range(Parameter const& parameter, double value) {
  bool const all_count_whole = parameter.value == &OpportunityParameters::half_at && value == 0;
  if (!is_varied(parameter) || all_count_whole) return {value, value};
  return {std::min(parameter.low, value), std::max(parameter.high, value)};
}

}  // namespace wegwijzer
