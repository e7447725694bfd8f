// SPDX-License-Identifier: EUPL-1.2
#include "outside/system_entropy.h"

#include <gtest/gtest.h>

#include <set>

namespace wegwijzer {

// Two alike among 10,000 of 64 bits have a chance of 3 in a million million.
TEST(SystemEntropy, does_not_repeat_itself) {
  SystemEntropy entropy;
  std::set<std::uint64_t> drawn;
  for (int i = 0; i < 10'000; ++i) EXPECT_TRUE(drawn.insert(entropy.next()).second);
}

}  // namespace wegwijzer
