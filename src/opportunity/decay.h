// SPDX-License-Identifier: EUPL-1.2
// How much of an offering is left of it at the end of a journey: `decay` of DOMAIN.md section 4.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/time.h"

namespace wegwijzer {

// By the tenth of a second, so that many thousands of journeys cost no power each.
class Decay {
 public:
  // Without `half` all within the budget counts whole (cumulative opportunities). With it an offering that
  // is so far away counts half, one twice so far a quarter (gravity; W. Hansen, "How accessibility shapes
  // land use", J. Am. Inst. Planners 25, 1959). Beyond the budget nothing counts.
  explicit Decay(Minutes budget, std::optional<Minutes> half = {});

  // Between 0 and 1; for a journey of no less than nothing.
  double operator()(Tenths journey) const {
    auto const tenth = static_cast<std::size_t>(journey.count());
    return tenth < by_tenth_.size() ? by_tenth_[tenth] : 0;
  }

 private:
  std::vector<double> by_tenth_;
};

}  // namespace wegwijzer
