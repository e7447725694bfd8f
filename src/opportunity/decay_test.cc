// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/decay.h"

#include <gtest/gtest.h>

#include <cmath>

namespace wegwijzer {

TEST(Decay, counts_all_within_the_budget_whole) {
  Decay const decay(Minutes(15));
  EXPECT_EQ(decay(Tenths(0)), 1);
  EXPECT_EQ(decay(Tenths(9'000)), 1);  // 15 minutes
  EXPECT_EQ(decay(Tenths(9'001)), 0);
}

TEST(Decay, counts_half_at_the_half_value_and_a_quarter_at_twice_that) {
  Decay const decay(Minutes(30), Minutes(10));
  EXPECT_EQ(decay(Tenths(0)), 1);
  EXPECT_DOUBLE_EQ(decay(Tenths(6'000)), 0.5);
  EXPECT_DOUBLE_EQ(decay(Tenths(12'000)), 0.25);
  EXPECT_DOUBLE_EQ(decay(Tenths(3'000)), std::sqrt(0.5));
  EXPECT_DOUBLE_EQ(decay(Tenths(18'000)), 0.125);
  EXPECT_EQ(decay(Tenths(18'001)), 0);
}

TEST(Decay, counts_nothing_without_a_budget) {
  EXPECT_EQ(Decay(Minutes(-1))(Tenths(0)), 0);
}

}  // namespace wegwijzer
