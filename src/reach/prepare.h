// SPDX-License-Identifier: EUPL-1.2
// What must be known of streets before anything is reached, whatever the profile.
#pragma once

#include <memory>

#include "reach/contraction.h"
#include "reach/order.h"

namespace wegwijzer {

// An exception that `progress` throws stops it.
std::shared_ptr<Contraction const> contraction_of(Streets const& streets, unsigned threads,
                                                  OrderProgress const& progress = {});

}  // namespace wegwijzer
