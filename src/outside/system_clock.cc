// SPDX-License-Identifier: EUPL-1.2
#include "outside/system_clock.h"

#include "outside/system_entropy.h"

namespace wegwijzer {

namespace {

constexpr std::uint64_t most_per_millisecond = 4096;  // twelve bits

}  // namespace

Instant SystemClock::now() const {
  return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

Uuid SystemIds::next() {
  auto const now = static_cast<std::uint64_t>(SystemClock().now().time_since_epoch().count());
  std::scoped_lock const lock(handing_out_);
  if (now > millisecond_) {
    millisecond_ = now, count_ = 0;
  } else if (++count_ == most_per_millisecond) {
    ++millisecond_, count_ = 0;  // ahead of the clock for a moment rather than out of order
  }
  return uuid_v7(millisecond_, count_, SystemEntropy().next());
}

}  // namespace wegwijzer
