// SPDX-License-Identifier: EUPL-1.2
// A clock that stands still and identities that count up: a test shows all it depends on.
#pragma once

#include "ports/clock.h"

namespace wegwijzer {

class FixedClock : public Clock {
 public:
  explicit FixedClock(Instant now = instant(date(2026, 11, 24), {10 * 60})) : now_(now) {}

  Instant now() const override { return now_; }

  void set(Instant now) { now_ = now; }

 private:
  Instant now_;
};

class CountingIds : public Ids {
 public:
  Uuid next() override { return uuid_v7(1'000'000 + ++count_, 0, 0); }

 private:
  std::uint64_t count_ = 0;
};

}  // namespace wegwijzer
