// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/sensitivity.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/check.h"
#include "kit/points_in_cube.h"

namespace wegwijzer {

namespace {

using Draws = std::vector<std::vector<double>>;

// Two inputs, each 0 or 1, in all four ways: they have nothing to do with each other.
Draws const four_ways{{0, 0}, {0, 1}, {1, 0}, {1, 1}};

template <class Model>
std::vector<double> outcomes(Draws const& inputs, Model const& model) {
  std::vector<double> found;
  for (auto const& draw : inputs) found.push_back(model(draw));
  return found;
}

double sum_of_shares(Sensitivity const& found) {
  return std::accumulate(found.shares.begin(), found.shares.end(), 0.0);
}

// Few values, so that inputs are often constant, equal or in each other's way.
Draws any_few_draws(std::size_t inputs) {
  auto const one = rc::gen::container<std::vector<int>>(inputs, rc::gen::inRange(0, 4));
  Draws draws;
  for (auto const& draw : *rc::gen::container<std::vector<std::vector<int>>>(one)) {
    draws.emplace_back(draw.begin(), draw.end());
  }
  return draws;
}

}  // namespace

TEST(Sensitivity, is_worked_out_by_hand) {
  // The outcomes 0 1 2 3 lie -1.5 -0.5 0.5 1.5 from their mean rank (sum of squares 5), the first input
  // -1 -1 1 1 (4): together 4, so 16/20 goes with it. With the second, -1 1 -1 1, together 2: 4/20.
  auto const found = sensitivity(four_ways, std::vector<double>{0, 1, 2, 3});
  EXPECT_NEAR(found.shares[0], 0.8, 1e-12);
  EXPECT_NEAR(found.shares[1], 0.2, 1e-12);
  EXPECT_NEAR(found.explained, 1, 1e-12);
}

TEST(Sensitivity, does_not_see_what_inputs_do_only_together) {
  auto const found = sensitivity(four_ways, std::vector<double>{0, 1, 1, 0});
  EXPECT_NEAR(found.explained, 0, 1e-12);
  EXPECT_NEAR(sum_of_shares(found), 0, 1e-12);
}

TEST(Sensitivity, of_what_never_changes_is_nothing) {
  auto const still = sensitivity(four_ways, std::vector<double>{5, 5, 5, 5});
  EXPECT_EQ(still, (Sensitivity{{0, 0}, 0}));
  auto const one_still = sensitivity(Draws{{7, 1}, {7, 2}, {7, 3}}, std::vector<double>{10, 20, 30});
  EXPECT_EQ(one_still.shares[0], 0);
  EXPECT_NEAR(one_still.shares[1], 1, 1e-12);
  EXPECT_EQ(sensitivity({}, {}), Sensitivity{});
  EXPECT_THROW(sensitivity(four_ways, std::vector<double>{1, 2}), Broken);
}

TEST(Sensitivity, gives_what_comes_twice_to_the_first) {
  Draws const twice{{1, 1, 4}, {2, 2, 1}, {3, 3, 3}, {4, 4, 2}};
  auto const found = sensitivity(twice, std::vector<double>{1, 2, 3, 4});
  EXPECT_NEAR(found.shares[0], 1, 1e-9);
  EXPECT_EQ(found.shares[1], 0);
}

TEST(Sensitivity, looks_at_order_alone) {
  auto const inputs = points_in_cube(100, 3, Seed(5));
  auto const straight = [](std::vector<double> const& x) { return 3 * x[0] - 2 * x[1]; };
  auto const bent = [&](std::vector<double> const& x) { return std::exp(9 * straight(x)); };
  auto curved = inputs;
  for (auto& draw : curved) draw[0] = std::pow(draw[0], 7);
  auto const found = sensitivity(inputs, outcomes(inputs, straight));
  EXPECT_EQ(sensitivity(inputs, outcomes(inputs, bent)), found);
  EXPECT_EQ(sensitivity(curved, outcomes(inputs, straight)), found);
}

TEST(Sensitivity, finds_the_few_that_matter_among_fifty) {
  // Of independent inputs with the same spread the variance of 4a + 2b - c goes for 16, 4 and 1 parts of 21
  // with each. In 200 draws two inputs correlate by about 1/sqrt(200) = 0.07; a share s then moves by up to
  // twice 0.07 sqrt(s (1 - s)), a standard deviation: 0.06 for the first.
  auto const inputs = points_in_cube(200, 50, Seed(11));
  auto const outcome =
      outcomes(inputs, [](std::vector<double> const& x) { return 4 * x[7] + 2 * x[31] - x[40]; });
  auto const found = sensitivity(inputs, outcome);
  EXPECT_GT(found.explained, 0.97);
  EXPECT_NEAR(found.shares[7], 16.0 / 21, 0.12);
  EXPECT_NEAR(found.shares[31], 4.0 / 21, 0.12);
  EXPECT_NEAR(found.shares[40], 1.0 / 21, 0.06);
  for (std::size_t j = 0; j < 50; ++j) {
    bool const matters = j == 7 || j == 31 || j == 40;
    EXPECT_LT(found.shares[j], matters ? 1 : 0.01) << j;
  }
}

TEST(Sensitivity, explains_by_chance_no_more_than_so_many_inputs_do) {
  // Ten inputs and 200 draws that have nothing to do with them: 10/199 on average, and its standard deviation
  // is about sqrt(20)/199 = 0.022.
  auto const all = points_in_cube(200, 11, Seed(2));
  auto inputs = all;
  for (auto& draw : inputs) draw.pop_back();
  auto const found =
      sensitivity(inputs, outcomes(all, [](std::vector<double> const& x) { return x.back(); }));
  EXPECT_LT(found.explained, 0.14);
}

TEST(Sensitivity, tells_how_much_narrower_an_interval_could_be) {
  // With three quarters of the variance gone a quarter is left, and half of the width.
  EXPECT_DOUBLE_EQ(expected_narrowing(0.75), 0.5);
  EXPECT_EQ(expected_narrowing(0), 0);
  EXPECT_EQ(expected_narrowing(1), 1);
}

RC_GTEST_PROP(Sensitivity, adds_up_to_what_is_explained, ()) {
  auto draws = any_few_draws(*rc::gen::inRange<std::size_t>(1, 7));
  std::vector<double> outcome;
  for (auto& draw : draws) {
    outcome.push_back(draw.back());
    draw.pop_back();
  }
  auto const found = sensitivity(draws, outcome);
  RC_ASSERT(std::ranges::all_of(found.shares, [](double share) { return share >= 0; }));
  RC_ASSERT(found.explained <= 1);
  RC_ASSERT(std::abs(sum_of_shares(found) - found.explained) < 1e-9);
}

// What fits best leaves a rest that has nothing to do with any input; so another input never explains less.
RC_GTEST_PROP(Sensitivity, explains_no_less_with_another_input, ()) {
  auto more = any_few_draws(4);
  std::vector<double> outcome;
  for (auto& draw : more) {
    outcome.push_back(draw.back());
    draw.pop_back();
  }
  auto fewer = more;
  for (auto& draw : fewer) draw.pop_back();
  RC_ASSERT(sensitivity(fewer, outcome).explained <= sensitivity(more, outcome).explained + 1e-9);
}

}  // namespace wegwijzer
