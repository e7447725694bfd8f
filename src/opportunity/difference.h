// SPDX-License-Identifier: EUPL-1.2
// What is different between two models when only offerings are, as after an edit, so that the rest of what
// was reckoned can be kept.
#pragma once

#include <optional>
#include <vector>

#include "opportunity/model.h"

namespace wegwijzer {

struct ChangedOffering {
  std::optional<std::uint32_t> before;  // its number among the candidates; nothing when it was none
  std::optional<std::uint32_t> now;
  bool other_steps = false;  // it may lead elsewhere, or be led to from elsewhere, than before
};

// Of each candidate that counts otherwise than before for anybody. Nothing when more is different than
// offerings that children join of their own will, or than a tenth of these, and all has to be reckoned anew.
std::optional<std::vector<ChangedOffering>> difference(OpportunityModel const& before,
                                                       OpportunityModel const& now);

}  // namespace wegwijzer
