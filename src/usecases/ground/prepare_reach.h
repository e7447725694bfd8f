// SPDX-License-Identifier: EUPL-1.2
// contraction_of() as steps of finding a reach.
#pragma once

#include <memory>

#include "reach/prepare.h"
#include "usecases/ground/reach_steps.h"

namespace wegwijzer {

// The steps `order` and `contract`. Throws StepStopped.
std::shared_ptr<Contraction const> prepare_reach(Streets const& streets, unsigned threads,
                                                 ReachWatch const& watch, OrderShelf* shelf);

}  // namespace wegwijzer
