// SPDX-License-Identifier: EUPL-1.2
#include "domain/offering.h"

#include <algorithm>

namespace wegwijzer {

Fit fits_age(Offering const& offering, int age) {
  if (!offering.ages && !offering.groups) return Fit::unknown;
  if (offering.ages && offering.ages->contains(age)) return Fit::yes;
  if (offering.groups && offering.groups->ages().contains(age)) return Fit::yes;
  return Fit::no;
}

std::optional<AgeRange> widest_ages(Offering const& offering) {
  if (!offering.groups) return offering.ages;
  auto const in_groups = offering.groups->ages();
  if (!offering.ages) return in_groups;
  return AgeRange{std::min(offering.ages->from, in_groups.from), std::max(offering.ages->to, in_groups.to)};
}

Joining joining(Offering const& offering, Date today) {
  if (offering.deadline && *offering.deadline < today) return Joining::closed;
  bool const full = offering.places_left == 0 && !offering.waiting_list.value_or(false);
  return full ? Joining::full : Joining::open;
}

}  // namespace wegwijzer
