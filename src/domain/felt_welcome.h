// SPDX-License-Identifier: EUPL-1.2
// How welcome children felt at an offering, of those who answered: reckoned from what was published
// (docs/decisions/0044-feedback.md), never from counts. Where nothing may be shown there is none.
#pragma once

#include "base/time.h"

namespace wegwijzer {

struct FeltWelcome {
  double share = 0;  // 0 to 1
  Date first;        // of the period in which they answered
  Date last;
  bool operator==(FeltWelcome const&) const = default;
};

}  // namespace wegwijzer
