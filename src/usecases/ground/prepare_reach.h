// SPDX-License-Identifier: EUPL-1.2
// What must be known of streets before a reach can be found, whatever the profile: made anew each time.
#pragma once

#include <memory>

#include "reach/contraction.h"
#include "usecases/ground/reach_steps.h"

namespace wegwijzer {

// The steps `order` and `contract`. Throws ReachStopped.
std::shared_ptr<Contraction const> prepare_reach(Streets const& streets, unsigned threads,
                                                 ReachWatch const& watch);

}  // namespace wegwijzer
