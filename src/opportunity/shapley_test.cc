// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/shapley.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

#include "base/check.h"

namespace wegwijzer {

namespace {

std::vector<double> any_worth(std::size_t players) {
  auto const numbers =
      *rc::gen::container<std::vector<int>>(std::size_t{1} << players, rc::gen::inRange(-1'000, 1'000));
  return {numbers.begin(), numbers.end()};
}

// By its definition: what each adds when all come one by one, on average of all orders.
std::vector<double> shapley_of_all_orders(std::size_t players, std::vector<double> const& worth) {
  std::vector<std::size_t> order(players);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<double> values(players);
  double orders = 0;
  do {
    std::size_t there = 0;
    for (auto const player : order) {
      auto const before = there;
      there |= std::size_t{1} << player;
      values[player] += worth[there] - worth[before];
    }
    ++orders;
  } while (std::ranges::next_permutation(order).found);
  for (auto& value : values) value /= orders;
  return values;
}

}  // namespace

TEST(Shapley, of_the_glove_game_is_as_published) {
  // Two have a left glove, one a right one; a pair is worth 1. Who has the right one completes a pair unless
  // it comes first, 4 of 6 orders; either left one only when it comes second, behind the right one: 1 of 6.
  std::vector<double> const worth{0, 0, 0, 0, 0, 1, 1, 1};
  auto const values = shapley(3, worth);
  EXPECT_DOUBLE_EQ(values[0], 1.0 / 6);
  EXPECT_DOUBLE_EQ(values[1], 1.0 / 6);
  EXPECT_DOUBLE_EQ(values[2], 4.0 / 6);
}

TEST(Shapley, of_parts_that_do_not_touch_is_what_each_is_worth) {
  std::vector<double> const alone{3, -1, 0.5, 8};
  std::vector<double> worth(16, 7);  // of nobody: 7
  for (std::size_t coalition = 0; coalition < 16; ++coalition) {
    for (std::size_t player = 0; player < 4; ++player) {
      if ((coalition >> player & 1) != 0) worth[coalition] += alone[player];
    }
  }
  auto const values = shapley(4, worth);
  for (std::size_t player = 0; player < 4; ++player) EXPECT_NEAR(values[player], alone[player], 1e-14);
}

TEST(Shapley, of_parts_that_are_alike_is_alike) {
  std::vector<double> worth(32);
  for (unsigned coalition = 0; coalition < 32; ++coalition) {
    worth[coalition] = std::sqrt(std::popcount(coalition));
  }
  for (auto const value : shapley(5, worth)) EXPECT_NEAR(value, std::sqrt(5) / 5, 1e-15);
}

TEST(Shapley, of_nobody_is_nothing) {
  EXPECT_TRUE(shapley(0, std::vector<double>{4}).empty());
  EXPECT_THROW(shapley(2, std::vector<double>{1, 2, 3}), Broken);
}

RC_GTEST_PROP(Shapley, is_the_mean_over_all_orders, ()) {
  auto const players = *rc::gen::inRange<std::size_t>(1, 7);
  auto const worth = any_worth(players);
  auto const values = shapley(players, worth), expected = shapley_of_all_orders(players, worth);
  for (std::size_t i = 0; i < players; ++i) RC_ASSERT(std::abs(values[i] - expected[i]) < 1e-9);
}

RC_GTEST_PROP(Shapley, adds_up, ()) {
  auto const players = *rc::gen::inRange<std::size_t>(1, 9);
  auto const worth = any_worth(players);
  auto const values = shapley(players, worth);
  auto const sum = std::accumulate(values.begin(), values.end(), 0.0);
  RC_ASSERT(std::abs(sum - (worth.back() - worth.front())) < 1e-9);
}

RC_GTEST_PROP(Shapley, of_who_changes_nothing_is_nothing, ()) {
  auto const players = *rc::gen::inRange<std::size_t>(1, 7);
  auto const idle = *rc::gen::inRange<std::size_t>(0, players);
  auto worth = any_worth(players);
  for (std::size_t coalition = 0; coalition < worth.size(); ++coalition) {
    worth[coalition | std::size_t{1} << idle] = worth[coalition & ~(std::size_t{1} << idle)];
  }
  RC_ASSERT(std::abs(shapley(players, worth)[idle]) < 1e-9);
}

}  // namespace wegwijzer
