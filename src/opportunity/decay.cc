// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/decay.h"

#include <cmath>

namespace wegwijzer {

Decay::Decay(Minutes budget, std::optional<Minutes> half) {
  if (budget < Minutes(0)) return;
  by_tenth_.assign(static_cast<std::size_t>(Tenths(budget).count()) + 1, 1);
  if (!half) return;
  auto const tenths_of_half = static_cast<double>(Tenths(*half).count());
  for (std::size_t tenth = 0; tenth < by_tenth_.size(); ++tenth) {
    by_tenth_[tenth] = std::exp2(-static_cast<double>(tenth) / tenths_of_half);
  }
}

}  // namespace wegwijzer
