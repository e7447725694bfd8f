// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/inequality.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

namespace wegwijzer {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

using Numbers = std::vector<double>;

struct Crowd {
  Numbers values;
  Numbers people;
};

Crowd one_each(Numbers values) {
  auto const size = values.size();
  return {std::move(values), Numbers(size, 1)};
}

Inequality inequality_of(Crowd const& crowd) {
  return *inequality(crowd.values, crowd.people);
}

// Whole numbers of people, and whole amounts that often tie; at least one has something.
Crowd any_crowd(int least = 0) {
  auto const size = *rc::gen::inRange<std::size_t>(1, 30);
  auto values = *rc::gen::container<std::vector<int>>(size, rc::gen::inRange(least, 40));
  auto people = *rc::gen::container<std::vector<int>>(size, rc::gen::inRange(0, 5));
  ++values.front();
  ++people.front();
  return {{values.begin(), values.end()}, {people.begin(), people.end()}};
}

// Everybody on their own, from least to most.
Numbers everybody(Crowd const& crowd) {
  Numbers all;
  for (std::size_t i = 0; i < crowd.values.size(); ++i) {
    all.insert(all.end(), static_cast<std::size_t>(crowd.people[i]), crowd.values[i]);
  }
  std::ranges::sort(all);
  return all;
}

double mean_of(Numbers const& all) {
  return std::accumulate(all.begin(), all.end(), 0.0) / static_cast<double>(all.size());
}

double gini_of_pairs(Numbers const& all) {
  double differences = 0;
  for (auto const one : all) {
    for (auto const other : all) differences += std::abs(one - other);
  }
  auto const size = static_cast<double>(all.size());
  return differences / (2 * size * size * mean_of(all));
}

double theil_of_persons(Numbers const& all) {
  double sum = 0;
  for (auto const value : all) {
    auto const ratio = value / mean_of(all);
    if (ratio > 0) sum += ratio * std::log(ratio);
  }
  return sum / static_cast<double>(all.size());
}

double atkinson_of_persons(Numbers const& all, double aversion) {
  double sum = 0;
  for (auto const value : all) sum += aversion == 1 ? std::log(value) : std::pow(value, 1 - aversion);
  sum /= static_cast<double>(all.size());
  auto const equal = aversion == 1 ? std::exp(sum) : std::pow(sum, 1 / (1 - aversion));
  return 1 - equal / mean_of(all);
}

// With everybody ten times over, every tenth is so many whole persons.
std::array<double, 10> tenths_of_persons(Numbers const& all) {
  std::array<double, 10> means{};
  for (std::size_t i = 0; i < 10 * all.size(); ++i) means[i / all.size()] += all[i / 10];
  for (auto& mean : means) mean /= static_cast<double>(all.size());
  return means;
}

bool close_to(double a, double b, double part = 1e-12) {
  return std::abs(a - b) <= part * std::max(1.0, std::abs(b));
}

bool same_spread(Inequality const& a, Inequality const& b) {
  if (!close_to(a.gini, b.gini) || !close_to(a.theil, b.theil)) return false;
  if (a.palma.has_value() != b.palma.has_value()) return false;
  if (a.palma && !close_to(*a.palma, *b.palma)) return false;
  return std::ranges::equal(a.atkinson, b.atkinson, [](double x, double y) { return close_to(x, y); });
}

}  // namespace

TEST(Inequality, of_one_with_nothing_and_one_with_something_is_worked_out_by_hand) {
  // Of the four ordered pairs two differ by 1, so 2/4 on average, which is twice Gini times a mean of 1/2.
  // Theil: one has twice the mean, (1/2) 2 ln 2. Atkinson at 1/2: ((0 + 1)/2)^2 = 1/4 would do of 1/2.
  auto const found = inequality_of(one_each({1, 0}));
  EXPECT_DOUBLE_EQ(found.mean, 0.5);
  EXPECT_DOUBLE_EQ(found.gini, 0.5);
  EXPECT_DOUBLE_EQ(found.theil, std::log(2));
  EXPECT_DOUBLE_EQ(found.atkinson[0], 0.5);
  EXPECT_EQ(found.atkinson[1], 1);
  EXPECT_EQ(found.atkinson[2], 1);
  EXPECT_EQ(found.palma, std::nullopt);
  for (std::size_t i = 0; i < 10; ++i) EXPECT_NEAR(found.tenths[i], i < 5 ? 0 : 1, 1e-14) << i;
}

TEST(Inequality, of_different_numbers_of_people_is_worked_out_by_hand) {
  // Three have 1 and one has 5: a mean of 2. Of 16 ordered pairs 6 differ by 4: 24/16 / (2 x 2) = 3/8.
  // The tenth with most has 0.4 x 5 = 2, the four tenths with least 1.6 x 1.
  // Atkinson at 1: 5^(1/4) would do; at 2: 1 / ((3 + 1/5)/4) = 5/4 would do; at infinity 1.
  Crowd const crowd{{5, 1}, {1, 3}};
  auto const found = inequality_of(crowd);
  EXPECT_DOUBLE_EQ(found.mean, 2);
  EXPECT_DOUBLE_EQ(found.gini, 3.0 / 8);
  EXPECT_DOUBLE_EQ(*found.palma, 2 / 1.6);
  EXPECT_DOUBLE_EQ(found.theil, (3 * 0.5 * std::log(0.5) + 2.5 * std::log(2.5)) / 4);
  EXPECT_DOUBLE_EQ(found.atkinson[1], 1 - std::pow(5, 0.25) / 2);
  EXPECT_DOUBLE_EQ(found.atkinson[2], 1 - 1.25 / 2);
  EXPECT_DOUBLE_EQ(atkinson(crowd.values, crowd.people, infinite), 0.5);
  EXPECT_EQ(atkinson(crowd.values, crowd.people, 0), 0);
  // The eighth tenth is half of the third who has 1, half of the one who has 5.
  EXPECT_NEAR(found.tenths[7], 3, 1e-14);
  EXPECT_DOUBLE_EQ(*share_of_least(crowd.values, crowd.people, 0.5), 2.0 / 8);
  EXPECT_DOUBLE_EQ(*share_of_least(crowd.values, crowd.people, 0.875), (3 + 2.5) / 8);
}

TEST(Inequality, of_one_to_n_is_as_published) {
  // The pairs of 1..n differ by (n^2 - 1)/3 n on average of n, so Gini is (n^2 - 1)/(3n) / (n + 1) = (n -
  // 1)/(3n).
  for (std::size_t const n : {1U, 2U, 3U, 10U, 1'000U}) {
    Numbers values(n);
    std::iota(values.rbegin(), values.rend(), 1.0);
    auto const size = static_cast<double>(n);
    EXPECT_NEAR(inequality_of(one_each(values)).gini, (size - 1) / (3 * size), 1e-14) << n;
  }
}

TEST(Inequality, where_one_has_all_is_the_most_there_can_be) {
  for (std::size_t const n : {2U, 7U, 100U}) {
    Numbers values(n);
    values.front() = 12;
    auto const found = inequality_of(one_each(values));
    auto const size = static_cast<double>(n);
    EXPECT_NEAR(found.theil, std::log(size), 1e-14);
    EXPECT_NEAR(found.gini, 1 - 1 / size, 1e-14);
    EXPECT_NEAR(found.atkinson[0], 1 - 1 / size, 1e-14);  // (1/n)^2 n
    EXPECT_EQ(found.atkinson[1], 1);
    EXPECT_EQ(found.palma, std::nullopt);
  }
}

TEST(Inequality, where_all_have_the_same_is_nothing) {
  auto const found = inequality_of({{0.1, 0.1, 0.1}, {0.7, 1.3, 2e6}});
  EXPECT_EQ(found.gini, 0);
  EXPECT_NEAR(found.theil, 0, 1e-15);
  for (auto const one : found.atkinson) EXPECT_NEAR(one, 0, 1e-15);
  EXPECT_NEAR(*found.palma, 0.25, 1e-15);  // one tenth against four
}

TEST(Inequality, needs_people_and_something_to_have) {
  EXPECT_EQ(inequality({}, {}), std::nullopt);
  EXPECT_EQ(inequality(Numbers{3, 4}, Numbers{0, 0}), std::nullopt);
  EXPECT_EQ(inequality(Numbers{0, 0}, Numbers{2, 5}), Inequality{});
  EXPECT_EQ(atkinson(Numbers{0}, Numbers{2}, 2), 0);
  EXPECT_EQ(share_of_least(Numbers{0}, Numbers{2}, 0.2), std::nullopt);
  EXPECT_EQ(theil_between({}, {}, {}), 0);
  EXPECT_EQ(theil_between(Numbers{0, 0}, Numbers{2, 5}, std::vector<std::uint32_t>{0, 1}), 0);
}

TEST(Inequality, gives_the_four_tenths_with_least_no_sliver_of_the_next) {
  // Ten times a tenth is no ten in binary fractions; nothing of what the fifth tenth has may slip into the
  // fourth.
  Numbers values(10, 1e9);
  std::fill_n(values.begin(), 4, 0);
  EXPECT_EQ(inequality_of({values, Numbers(10, 0.1)}).palma, std::nullopt);
  EXPECT_EQ(share_of_least(values, Numbers(10, 0.1), 0.4), 0);
}

TEST(Inequality, does_not_overflow_for_an_aversion_without_measure) {
  // The least counts for all but everything: 1 - (1/2)^(-1/999) x 1e-6 / (1/2 + 1e-6/2), nearly 1 - 2e-6.
  EXPECT_NEAR(atkinson(Numbers{1e-6, 1}, Numbers{1, 1}, 1'000), 1 - 2e-6, 1e-8);
  EXPECT_TRUE(std::isfinite(atkinson(Numbers{1e-300, 1e300}, Numbers{1, 1}, 50)));
}

RC_GTEST_PROP(Inequality, is_that_of_everybody_on_their_own, ()) {
  auto const crowd = any_crowd();
  auto const all = everybody(crowd);
  auto const found = inequality_of(crowd);
  RC_ASSERT(close_to(found.mean, mean_of(all)));
  RC_ASSERT(close_to(found.gini, gini_of_pairs(all)));
  RC_ASSERT(close_to(found.theil, theil_of_persons(all)));
  RC_ASSERT(close_to(found.atkinson[0], atkinson_of_persons(all, 0.5)));
  auto const expected = tenths_of_persons(all);
  for (std::size_t i = 0; i < 10; ++i) RC_ASSERT(close_to(found.tenths[i], expected[i]));
  RC_ASSERT(found.tenths == tenths(crowd.values, crowd.people));
  auto const least = expected[0] + expected[1] + expected[2] + expected[3];
  RC_ASSERT(found.palma.has_value() == (least > 0));
  if (found.palma) RC_ASSERT(close_to(*found.palma, expected[9] / least));
  auto const fifth = share_of_least(crowd.values, crowd.people, 0.2);
  RC_ASSERT(close_to(*fifth, (expected[0] + expected[1]) / (10 * mean_of(all))));
}

RC_GTEST_PROP(Inequality, counts_those_with_least_for_more_as_aversion_grows, ()) {
  auto const crowd = any_crowd(1);
  auto const all = everybody(crowd);
  double before = 0;
  for (double const aversion : {0.0, 1e-9, 0.3, 0.5, 1 - 1e-9, 1.0, 1 + 1e-9, 2.0, 7.0, 1e4, infinite}) {
    auto const found = atkinson(crowd.values, crowd.people, aversion);
    RC_ASSERT(found >= before - 1e-12);
    before = found;
  }
  RC_ASSERT(close_to(before, 1 - all.front() / mean_of(all)));
  RC_ASSERT(close_to(atkinson(crowd.values, crowd.people, 1e9), before, 1e-6));
  for (double const aversion : {0.3, 1.0, 2.0, 7.0}) {
    auto const found = atkinson(crowd.values, crowd.people, aversion);
    RC_ASSERT(close_to(found, atkinson_of_persons(all, aversion)));
  }
}

RC_GTEST_PROP(Inequality, does_not_depend_on_units_order_or_how_often_all_comes, ()) {
  auto const crowd = any_crowd();
  auto other = crowd;
  for (auto& value : other.values) value *= 0.037;
  for (auto& people : other.people) people *= 1.7;
  std::ranges::reverse(other.values);
  std::ranges::reverse(other.people);
  auto twice = other;
  twice.values.insert(twice.values.end(), other.values.begin(), other.values.end());
  twice.people.insert(twice.people.end(), other.people.begin(), other.people.end());
  RC_ASSERT(same_spread(inequality_of(crowd), inequality_of(other)));
  RC_ASSERT(same_spread(inequality_of(crowd), inequality_of(twice)));
}

// The principle of transfers of A. Pigou and H. Dalton.
RC_GTEST_PROP(Inequality, falls_when_who_has_more_gives_to_who_has_less, ()) {
  auto all = everybody(any_crowd());
  all.push_back(all.back() + 1);
  auto const second = std::ranges::upper_bound(all, all.front()) - all.begin();
  auto const richer = *rc::gen::inRange(static_cast<std::size_t>(second), all.size());
  auto const less = std::ranges::lower_bound(all, all[richer]) - all.begin();
  auto const poorer = *rc::gen::inRange<std::size_t>(0, static_cast<std::size_t>(less));
  auto given = all;
  auto const gift = (all[richer] - all[poorer]) * *rc::gen::inRange(1, 10) / 20;
  given[richer] -= gift;
  given[poorer] += gift;
  auto const before = inequality_of(one_each(all)), after = inequality_of(one_each(given));
  RC_ASSERT(after.gini < before.gini);
  RC_ASSERT(after.theil < before.theil);
  RC_ASSERT(after.atkinson[0] < before.atkinson[0]);
  RC_ASSERT(after.atkinson[1] <= before.atkinson[1] + 1e-12);
  RC_ASSERT(after.atkinson[2] <= before.atkinson[2] + 1e-12);
  if (before.palma) RC_ASSERT(*after.palma <= *before.palma + 1e-12);  // it does not see who is between
}

TEST(TheilBetween, is_worked_out_by_hand) {
  // Two groups of two, with means of 1 and 3 around one of 2: (1/2)(1/2) ln (1/2) + (1/2)(3/2) ln (3/2).
  std::vector<std::uint32_t> const group{4, 0, 0, 4};
  auto const between = theil_between(Numbers{0, 2, 4, 2}, Numbers{1, 1, 1, 1}, group);
  EXPECT_NEAR(between, 0.25 * std::log(0.5) + 0.75 * std::log(1.5), 1e-15);
}

TEST(TheilBetween, is_nothing_of_one_group_and_all_of_single_persons) {
  Numbers const values{1, 4, 9}, people{2, 1, 3};
  auto const theil = inequality(values, people)->theil;
  EXPECT_NEAR(theil_between(values, people, std::vector<std::uint32_t>{1, 1, 1}), 0, 1e-15);
  EXPECT_NEAR(theil_between(values, people, std::vector<std::uint32_t>{2, 0, 1}), theil, 1e-15);
}

// What lies within is that of each group, by its share of all there is.
RC_GTEST_PROP(TheilBetween, and_within_add_up, ()) {
  auto const crowd = any_crowd();
  auto const size = crowd.values.size();
  auto const group =
      *rc::gen::container<std::vector<std::uint32_t>>(size, rc::gen::inRange<std::uint32_t>(0, 6));
  auto const whole = inequality_of(crowd);
  auto const people = std::accumulate(crowd.people.begin(), crowd.people.end(), 0.0);
  double within = 0;
  for (std::uint32_t one = 0; one < 6; ++one) {
    Crowd members;
    for (std::size_t i = 0; i < size; ++i) {
      if (group[i] != one) continue;
      members.values.push_back(crowd.values[i]);
      members.people.push_back(crowd.people[i]);
    }
    auto const found = inequality(members.values, members.people);
    if (!found) continue;
    auto const members_people = std::accumulate(members.people.begin(), members.people.end(), 0.0);
    within += members_people * found->mean / (people * whole.mean) * found->theil;
  }
  auto const between = theil_between(crowd.values, crowd.people, group);
  RC_ASSERT(between >= 0);
  RC_ASSERT(close_to(between + within, whole.theil));
}

RC_GTEST_PROP(TheilBetween, does_not_fall_when_groups_are_divided, ()) {
  auto const crowd = any_crowd();
  auto const fine = *rc::gen::container<std::vector<std::uint32_t>>(crowd.values.size(),
                                                                    rc::gen::inRange<std::uint32_t>(0, 9));
  auto coarse = fine;
  for (auto& one : coarse) one /= 3;
  RC_ASSERT(theil_between(crowd.values, crowd.people, coarse) <=
            theil_between(crowd.values, crowd.people, fine) + 1e-12);
}

TEST(Inequality, has_the_gini_that_is_asked_for_alone) {
  std::vector<double> const values = {3, 0, 1, 7.5, 1}, people = {2, 0.5, 1, 3, 0};
  EXPECT_EQ(gini(values, people), inequality(values, people)->gini);
  EXPECT_EQ(gini(std::vector<double>{0, 0}, std::vector<double>{1, 2}), 0) << "nobody has anything";
  EXPECT_EQ(gini({}, {}), 0);
}

}  // namespace wegwijzer
