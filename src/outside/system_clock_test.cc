// SPDX-License-Identifier: EUPL-1.2
#include "outside/system_clock.h"

#include <gtest/gtest.h>

namespace wegwijzer {

TEST(SystemIds, come_in_order_also_within_a_millisecond) {
  SystemIds ids;
  auto before = ids.next();
  for (int i = 0; i < 10'000; ++i) {
    auto const now = ids.next();
    ASSERT_LT(before, now);
    before = now;
  }
}

}  // namespace wegwijzer
