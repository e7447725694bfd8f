// SPDX-License-Identifier: EUPL-1.2
// The hierarchy of some streets from beginning to end, as the program makes it.
#pragma once

#include <memory>

#include "reach/hierarchy.h"
#include "reach/prepare.h"

namespace wegwijzer {

inline std::shared_ptr<Hierarchy const> hierarchy_of(std::shared_ptr<TravelTimes const> times,
                                                     unsigned threads = 1) {
  return std::make_shared<Hierarchy const>(
      customise(contraction_of(times->streets(), threads), times, threads));
}

}  // namespace wegwijzer
