// SPDX-License-Identifier: EUPL-1.2
// A clock that stands still, and identities and noise that follow from a seed: with these a demo is made of
// the same bytes each time.
#pragma once

#include "base/random.h"
#include "ports/clock.h"
#include "ports/entropy.h"

namespace wegwijzer {

class StandingClock : public Clock {
 public:
  // The day begins, so that nothing of it lies ahead of who looks early in the morning.
  explicit StandingClock(Date day) : now_(instant(day, {0})) {}

  Instant now() const override { return now_; }

 private:
  Instant now_;
};

// Noise that can be foreseen guards nobody: only for children who do not exist. Not for several threads at
// once.
class FictionalEntropy : public Entropy {
 public:
  explicit FictionalEntropy(std::uint64_t seed) : random_(seed) {}

  std::uint64_t next() override { return random_.next(); }

 private:
  Random random_;
};

// Not for several threads at once.
class SeededIds : public Ids {
 public:
  // A store may be filled in parts: each part has identities of its own.
  SeededIds(std::uint64_t seed, Date day, std::uint64_t part = 0)
      : random_(Seed(seed).stream("ids", part)),
        milliseconds_(static_cast<std::uint64_t>(
            std::chrono::duration_cast<std::chrono::milliseconds>(instant(day, {6 * 60}).time_since_epoch())
                .count())) {}

  Uuid next() override { return uuid_v7(milliseconds_ + given_++ / 1'000, random_.next(), random_.next()); }

 private:
  Random random_;
  std::uint64_t milliseconds_;
  std::uint64_t given_ = 0;
};

}  // namespace wegwijzer
