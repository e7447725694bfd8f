// SPDX-License-Identifier: EUPL-1.2
// The clock and the identities of the machine we run on.
#pragma once

#include <cstdint>
#include <mutex>

#include "ports/clock.h"

namespace wegwijzer {

class SystemClock : public Clock {
 public:
  Instant now() const override;
};

// Each identity is later than the one before, also within a millisecond (RFC 9562, 6.2, method 1).
class SystemIds : public Ids {
 public:
  Uuid next() override;

 private:
  std::mutex handing_out_;
  std::uint64_t millisecond_ = 0;
  std::uint64_t count_ = 0;
};

}  // namespace wegwijzer
