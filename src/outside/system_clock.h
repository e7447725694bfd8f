// SPDX-License-Identifier: EUPL-1.2
// The clock and the identities of the machine we run on.
#pragma once

#include "ports/clock.h"

namespace wegwijzer {

class SystemClock : public Clock {
 public:
  Instant now() const override;
};

class SystemIds : public Ids {
 public:
  Uuid next() override;
};

}  // namespace wegwijzer
