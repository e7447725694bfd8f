// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/presence.h"

#include <algorithm>

#include "opportunity/catchment.h"

namespace wegwijzer {

double seats_of(Offering const& offering, Moments const& moments) {
  if (!offering.capacity) return Supply::enough;
  bool const joined_whole = offering.kind == OfferingKind::series || offering.kind == OfferingKind::club ||
                            offering.kind == OfferingKind::holiday_school;
  return *offering.capacity * (joined_whole ? 1 : std::max(1.0, moments.in_four_weeks));
}

}  // namespace wegwijzer
