// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/intervals.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/check.h"
#include "opportunity/standings.h"

namespace wegwijzer {

namespace {

// Of 1 to 6 areas, with many ties.
std::vector<std::vector<double>> any_draws_of_areas() {
  auto const areas = *rc::gen::inRange<std::size_t>(1, 7);
  auto const one = rc::gen::container<std::vector<int>>(areas, rc::gen::inRange(0, 5));
  std::vector<std::vector<double>> draws;
  for (auto const& draw : *rc::gen::nonEmpty(rc::gen::container<std::vector<std::vector<int>>>(one))) {
    draws.emplace_back(draw.begin(), draw.end());
  }
  return draws;
}

}  // namespace

TEST(Standings, go_from_least_to_most_and_equals_share_theirs) {
  auto const found = standings(std::vector<double>{5, 1, 5, 9});
  EXPECT_EQ(found, (std::vector<Standing>{{2, 3}, {1, 1}, {2, 3}, {4, 4}}));
  EXPECT_EQ(found[0].middle(), 2.5);
  EXPECT_TRUE(standings({}).empty());
}

TEST(Quantile, lies_on_a_line_between_two_figures) {
  // Type 7 of 1, 2, 4, 8: at (4 - 1) q from the first; a tenth is at 0.3, the median at 1.5.
  std::vector<double> const sorted{1, 2, 4, 8};
  EXPECT_EQ(quantile(sorted, 0), 1);
  EXPECT_DOUBLE_EQ(quantile(sorted, 0.1), 1.3);
  EXPECT_DOUBLE_EQ(quantile(sorted, 0.5), 3);
  EXPECT_EQ(quantile(sorted, 1), 8);
  EXPECT_EQ(quantile(std::vector<double>{7}, 0.3), 7);
  EXPECT_THROW(quantile({}, 0.5), Broken);
}

TEST(Interval, holds_the_middle_of_the_draws) {
  // Of 0 to 100 the twentieth part lies below 5 and above 95.
  std::vector<double> draws(101);
  std::iota(draws.rbegin(), draws.rend(), 0.0);
  auto const found = interval(draws);
  EXPECT_NEAR(found.low, 5, 1e-12);
  EXPECT_NEAR(found.high, 95, 1e-12);
  EXPECT_NEAR(found.width(), 90, 1e-12);
  EXPECT_TRUE(found.contains(95 - 1e-9));
  EXPECT_FALSE(found.contains(95.1));
  EXPECT_EQ(interval(draws, 1), (Interval{0, 100}));
  EXPECT_EQ(interval({3}), (Interval{3, 3}));
}

TEST(RankIntervals, tell_how_sure_a_place_is) {
  // The first has least in three of four draws and is second in one; the third is always last.
  std::vector<std::vector<double>> const draws{{1, 2, 9}, {1, 3, 8}, {2, 1, 9}, {0, 4, 5}};
  EXPECT_EQ(rank_intervals(draws, 1), (std::vector<RankInterval>{{1, 2}, {1, 2}, {3, 3}}));
  // Half of them, from a quarter to three quarters: the ranks 1 1 1 2 of the first are 1 and 1.25 there.
  EXPECT_EQ(rank_intervals(draws, 0.5)[0], (RankInterval{1, 2}));
  EXPECT_EQ(rank_intervals(draws, 0)[0], (RankInterval{1, 1}));
  EXPECT_EQ(share_of_draws_in_lowest(draws, 1), (std::vector<double>{0.75, 0.25, 0}));
  EXPECT_EQ(share_of_draws_in_lowest(draws, 2), (std::vector<double>{1, 1, 0}));
}

TEST(RankIntervals, put_nobody_before_another_who_is_equal) {
  std::vector<std::vector<double>> const draws{{2, 0, 2, 2}, {3, 1, 3, 3}};
  EXPECT_EQ(rank_intervals(draws), (std::vector<RankInterval>{{2, 4}, {1, 1}, {2, 4}, {2, 4}}));
  auto const shares = share_of_draws_in_lowest(draws, 2);  // one place left for three
  EXPECT_DOUBLE_EQ(shares[0], 1.0 / 3);
  EXPECT_DOUBLE_EQ(shares[1], 1);
}

TEST(RankIntervals, need_no_draws) {
  EXPECT_TRUE(rank_intervals({}).empty());
  EXPECT_TRUE(share_of_draws_in_lowest({}, 3).empty());
}

RC_GTEST_PROP(RankIntervals, widen_with_the_share_of_draws, ()) {
  auto const draws = any_draws_of_areas();
  auto const narrow = rank_intervals(draws, 0.5), wide = rank_intervals(draws, 0.9);
  for (std::size_t i = 0; i < narrow.size(); ++i) {
    RC_ASSERT(wide[i].low <= narrow[i].low);
    RC_ASSERT(narrow[i].low <= narrow[i].high);
    RC_ASSERT(narrow[i].high <= wide[i].high);
    RC_ASSERT(wide[i].low >= 1U);
    RC_ASSERT(wide[i].high <= narrow.size());
  }
}

RC_GTEST_PROP(RankIntervals, give_every_place_to_somebody, ()) {
  auto const draws = any_draws_of_areas();
  auto const areas = draws.front().size();
  auto const lowest = *rc::gen::inRange<std::size_t>(0, areas + 1);
  auto const shares = share_of_draws_in_lowest(draws, lowest);
  auto const all = std::accumulate(shares.begin(), shares.end(), 0.0);
  RC_ASSERT(std::abs(all - static_cast<double>(lowest)) < 1e-9);
  RC_ASSERT(std::ranges::all_of(shares, [](double share) { return share >= 0 && share <= 1 + 1e-12; }));
}

}  // namespace wegwijzer
