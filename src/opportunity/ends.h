// SPDX-License-Identifier: EUPL-1.2
// Which offerings lead nowhere for the children of an area.
#pragma once

#include <span>
#include <vector>

#include "opportunity/experience.h"

namespace wegwijzer {

// Shares of the children.
struct OfferingEnds {
  Index<Offering> offering;
  double open = 0;        // to whom it is open
  double not_deeper = 0;  // and who cannot go deeper from it
  double dead = 0;        // and have no next step from it at all
  bool operator==(OfferingEnds const&) const = default;
};

// Of all offerings that are open to any of these children, in the order of candidates. Their sums are the
// Ends of Experience.
std::vector<OfferingEnds> ends_in(OpportunityModel const& model, Index<Area> area,
                                  std::span<ChildProfile const> children);

}  // namespace wegwijzer
