// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/diversity.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace wegwijzer {

namespace {

std::vector<double> any_amounts() {
  auto const numbers = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 1'000));
  return {numbers.begin(), numbers.end()};
}

bool nearly(double a, double b) {
  return std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(b));
}

}  // namespace

TEST(Diversity, of_equal_amounts_is_how_many_there_are) {
  auto const four = diversity(std::vector<double>{3, 3, 0, 3, 3});
  EXPECT_DOUBLE_EQ(four.kinds, 4);
  EXPECT_DOUBLE_EQ(four.common, 4);
  EXPECT_DOUBLE_EQ(four.dominant, 4);
}

TEST(Diversity, is_worked_out_by_hand) {
  // Shares of 1/2, 1/4 and 1/4: an entropy of 1.5 ln 2, and a chance of 3/8 to draw twice the same.
  auto const found = diversity(std::vector<double>{2, 1, 1});
  EXPECT_EQ(found.kinds, 3);
  EXPECT_DOUBLE_EQ(found.common, std::pow(2, 1.5));
  EXPECT_DOUBLE_EQ(found.dominant, 8.0 / 3);
}

TEST(Diversity, of_nothing_is_nothing) {
  EXPECT_EQ(diversity({}), Diversity{});
  EXPECT_EQ(diversity(std::vector<double>{0, 0}), Diversity{});
}

RC_GTEST_PROP(Diversity, falls_with_its_order_and_never_below_one, ()) {
  auto const amounts = any_amounts();
  RC_PRE(std::ranges::any_of(amounts, [](double amount) { return amount > 0; }));
  auto const found = diversity(amounts);
  RC_ASSERT(found.kinds >= found.common - 1e-9);
  RC_ASSERT(found.common >= found.dominant - 1e-9);
  RC_ASSERT(found.dominant >= 1 - 1e-9);
}

// What makes it a number of kinds: twice the same beside each other is twice as diverse (Hill's replication).
RC_GTEST_PROP(Diversity, doubles_when_all_comes_twice, ()) {
  auto const once = any_amounts();
  auto twice = once;
  twice.insert(twice.end(), once.begin(), once.end());
  auto const one = diversity(once), two = diversity(twice);
  RC_ASSERT(nearly(two.kinds, 2 * one.kinds));
  RC_ASSERT(nearly(two.common, 2 * one.common));
  RC_ASSERT(nearly(two.dominant, 2 * one.dominant));
}

RC_GTEST_PROP(Diversity, does_not_depend_on_the_unit, ()) {
  auto amounts = any_amounts();
  auto const before = diversity(amounts);
  for (auto& amount : amounts) amount *= 0.37;
  auto const after = diversity(amounts);
  RC_ASSERT(nearly(after.common, before.common));
  RC_ASSERT(nearly(after.dominant, before.dominant));
}

}  // namespace wegwijzer
