// SPDX-License-Identifier: EUPL-1.2
// Next steps that the program proposes to partners: where an offering has none yet to deepen or to broaden,
// the best one near it by the definitions. To agree on it or to refuse it is theirs.
#pragma once

#include <set>
#include <utility>
#include <vector>

#include "opportunity/next_steps.h"

namespace wegwijzer {

struct ProposedStep {
  Index<Offering> from;
  Index<Offering> to;
  Direction direction = Direction::deepen;
  StepReason reason;
  Tenths walk;  // from the one venue to the other
  bool operator==(ProposedStep const&) const = default;
};

using OfferingPairs = std::set<std::pair<Id<Offering>, Id<Offering>>>;

// For each offering at this venue and each direction in which it has no edge, at most one step: to what takes
// place near it in the same ecosystem, for at least half of the ages of the children that come, and was not
// refused. What is in school time or over gets none.
std::vector<ProposedStep> propose_steps(Atlas const& atlas, Index<Venue> venue, Date today,
                                        OfferingPairs const& refused);

}  // namespace wegwijzer
