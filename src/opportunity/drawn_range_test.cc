// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <algorithm>

#include "opportunity/parameter_draws.h"

namespace wegwijzer {

namespace {

// Of 200 draws the least lies in the first two-hundredth of a range, and the most in the last.
void expect_drawn_from(OpportunityParameters const& usual) {
  auto const draws = parameter_draws(usual, usual_draws, Seed{1});
  for (auto const& parameter : opportunity_parameters()) {
    auto const value = [&](OpportunityParameters const& draw) { return draw.*parameter.value; };
    auto const [least, most] = std::ranges::minmax(draws, {}, value);
    auto const range = drawn_range(parameter, usual.*parameter.value);
    auto const step = range.width() / usual_draws + 1e-12;
    EXPECT_GE(value(least), range.low - 1e-12) << parameter.name;
    EXPECT_LE(value(least), range.low + step) << parameter.name;
    EXPECT_GE(value(most), range.high - step) << parameter.name;
    EXPECT_LE(value(most), range.high + 1e-12) << parameter.name;
  }
}

}  // namespace

TEST(DrawnRange, is_what_is_drawn_from) {
  expect_drawn_from({});
}

TEST(DrawnRange, is_as_wide_as_what_a_municipality_set) {
  OpportunityParameters own;
  own.waiver_works = 1;  // above all that is usual
  own.parents_little = 0.1;
  own.half_at = 0;  // all count whole: not varied
  expect_drawn_from(own);
  EXPECT_EQ(drawn_range(*find_parameter("waiver_works"), own.waiver_works), (Interval{0.36, 1}));
  EXPECT_EQ(drawn_range(*find_parameter("half_at"), own.half_at), (Interval{0, 0}));
}

}  // namespace wegwijzer
