// SPDX-License-Identifier: EUPL-1.2
#include "outside/system_clock.h"

#include <sodium.h>

#include "base/check.h"

namespace wegwijzer {

Instant SystemClock::now() const {
  return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

Uuid SystemIds::next() {
  static int const ready = sodium_init();
  check(ready >= 0, "the system's generator of chance is not available");
  std::uint64_t chance[2];
  randombytes_buf(chance, sizeof chance);
  auto const now = SystemClock().now().time_since_epoch().count();
  return uuid_v7(static_cast<std::uint64_t>(now), chance[0], chance[1]);
}

}  // namespace wegwijzer
