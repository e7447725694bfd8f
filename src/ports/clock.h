// SPDX-License-Identifier: EUPL-1.2
// Time and chance come in through these ports.
#pragma once

#include "base/id.h"
#include "base/time.h"

namespace wegwijzer {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;
};

// Hands out identities (UUIDv7); safe to use from several threads.
class Ids {
 public:
  virtual ~Ids() = default;
  virtual Uuid next() = 0;
};

}  // namespace wegwijzer
