// SPDX-License-Identifier: EUPL-1.2
// Entropy that a test can foresee; the program itself has the system's only.
#pragma once

#include "base/random.h"
#include "ports/entropy.h"

namespace wegwijzer {

class SeededEntropy : public Entropy {
 public:
  explicit SeededEntropy(std::uint64_t seed) : random_(seed) {}

  std::uint64_t next() override { return random_.next(); }

 private:
  Random random_;
};

}  // namespace wegwijzer
