// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/parameter_draws.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace wegwijzer {

namespace {

// Of this parameter, from least to most.
std::vector<double> in_all(std::vector<OpportunityParameters> const& sets, Parameter const& parameter) {
  std::vector<double> values;
  for (auto const& set : sets) values.push_back(set.*parameter.value);
  std::ranges::sort(values);
  return values;
}

}  // namespace

TEST(ParameterDraws, go_evenly_through_the_range_of_each) {
  auto const sets = parameter_draws({}, 100, Seed(7));
  for (auto const& parameter : opportunity_parameters()) {
    if (!is_varied(parameter)) continue;
    auto const values = in_all(sets, parameter);
    auto const step = (parameter.high - parameter.low) / 100;
    for (std::size_t i = 0; i < values.size(); ++i) {
      auto const middle = parameter.low + (static_cast<double>(i) + 0.5) * step;
      EXPECT_NEAR(values[i], middle, step * 0.5 + 1e-12) << parameter.name;
    }
  }
}

TEST(ParameterDraws, leave_how_fine_to_look) {
  EXPECT_FALSE(is_varied(*find_parameter("square")));
  OpportunityParameters usual;
  usual.square = 100;
  for (auto const& set : parameter_draws(usual, 10, Seed(7))) EXPECT_EQ(set.square, 100);
}

TEST(ParameterDraws, reach_as_far_as_what_a_municipality_set) {
  OpportunityParameters usual;
  usual.purse_little = 50;     // usually from 0 to 20
  usual.longest_journey = 10;  // from 20 to 45
  auto const sets = parameter_draws(usual, 100, Seed(7));
  auto const purses = in_all(sets, *find_parameter("purse_little"));
  EXPECT_LT(purses.front(), 0.5);
  EXPECT_GT(purses.back(), 49.5);
  auto const journeys = in_all(sets, *find_parameter("longest_journey"));
  EXPECT_LT(journeys.front(), 10.35);
  EXPECT_GT(journeys.back(), 44.65);
}

TEST(ParameterDraws, keep_that_all_within_reach_counts_whole) {
  OpportunityParameters usual;
  usual.half_at = 0;
  for (auto const& set : parameter_draws(usual, 50, Seed(7))) EXPECT_EQ(set.half_at, 0);
}

TEST(ParameterDraws, are_such_as_a_municipality_may_set) {
  for (auto const whole : {0.0, 1.0}) {
    OpportunityParameters usual;  // as far out as can be set: all shares 0 or 1
    for (auto const& parameter : opportunity_parameters()) {
      if (parameter.unit == Unit::share) usual.*parameter.value = whole;
      if (parameter.unit == Unit::minutes) usual.*parameter.value = 1 + 89 * whole;
    }
    for (auto const& set : parameter_draws(usual, 50, Seed(7))) {
      for (auto const& one : opportunity_parameters()) EXPECT_TRUE(allowed(one, set.*one.value)) << one.name;
    }
  }
}

TEST(ParameterDraws, are_the_same_for_one_seed) {
  EXPECT_EQ(parameter_draws({}, 20, Seed(7)), parameter_draws({}, 20, Seed(7)));
  EXPECT_NE(parameter_draws({}, 20, Seed(7)), parameter_draws({}, 20, Seed(8)));
}

}  // namespace wegwijzer
