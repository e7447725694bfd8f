// SPDX-License-Identifier: EUPL-1.2
// Chance that nobody can foresee or repeat: for the noise of releases and the codes of cards. All other
// chance is seeded (base/random.h).
#pragma once

#include <cstdint>

namespace wegwijzer {

// Safe to use from several threads.
class Entropy {
 public:
  virtual ~Entropy() = default;
  virtual std::uint64_t next() = 0;  // 64 bits
};

}  // namespace wegwijzer
