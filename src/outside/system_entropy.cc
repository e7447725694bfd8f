// SPDX-License-Identifier: EUPL-1.2
#include "outside/system_entropy.h"

#include <sodium.h>

#include "base/check.h"

namespace wegwijzer {

std::uint64_t SystemEntropy::next() {
  static int const ready = sodium_init();
  check(ready >= 0, "the system's generator of chance is not available");
  std::uint64_t drawn = 0;
  randombytes_buf(&drawn, sizeof drawn);
  return drawn;
}

}  // namespace wegwijzer
