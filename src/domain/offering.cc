// SPDX-License-Identifier: EUPL-1.2
#include "domain/offering.h"

namespace wegwijzer {

Fit fits_age(Offering const& offering, int age) {
  if (!offering.ages && !offering.groups) return Fit::unknown;
  if (offering.ages && offering.ages->contains(age)) return Fit::yes;
  if (offering.groups && offering.groups->ages().contains(age)) return Fit::yes;
  return Fit::no;
}

Joining joining(Offering const& offering, Date today) {
  if (offering.deadline && *offering.deadline < today) return Joining::closed;
  bool const full = offering.places_left == 0 && !offering.waiting_list.value_or(false);
  return full ? Joining::full : Joining::open;
}

}  // namespace wegwijzer
