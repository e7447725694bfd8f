// SPDX-License-Identifier: EUPL-1.2
#include "domain/offering.h"

namespace wegwijzer {

Fit fits_age(Offering const& offering, int age) {
  if (!offering.ages && !offering.groups) return Fit::unknown;
  if (offering.ages && offering.ages->contains(age)) return Fit::yes;
  if (offering.groups && offering.groups->ages().contains(age)) return Fit::yes;
  return Fit::no;
}

}  // namespace wegwijzer
