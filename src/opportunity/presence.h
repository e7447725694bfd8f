// SPDX-License-Identifier: EUPL-1.2
// Factor 1: what is there to do here? (DOMAIN.md section 4.) How many seats an offering has; how far it lies
// is decay.h, and how many children come to it catchment.h.
#pragma once

#include "domain/offering.h"
#include "opportunity/moments.h"

namespace wegwijzer {

// Seats in four weeks: of what one joins as a whole (a series, club or holiday school) as many as it has room
// for, of the rest that many each time. Supply::enough when nobody said how many.
double seats_of(Offering const& offering, Moments const& moments);

}  // namespace wegwijzer
