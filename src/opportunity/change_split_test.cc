// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/change_split.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numeric>

#include "kit/made_world.h"

namespace wegwijzer {

namespace {

using Cells = std::vector<FunnelCell>;

AreaCode buurt_of_split(std::size_t number) {
  return *AreaCode::parse("BU0001010" + std::to_string(number));
}

// What is left after each factor: what is within reach, and then the part that each leaves.
FunnelCell a_cell(std::size_t buurt, double children, std::array<double, factor_count> const& factors) {
  FunnelCell cell{buurt_of_split(buurt), 0, children, {}};
  double left = 1;
  for (std::size_t i = 0; i < factor_count; ++i) cell.left[i] = left *= factors[i];
  return cell;
}

// Few buurten, so that tables often share some; zeros of children and of every factor come often too.
Cells any_cells() {
  Cells cells;
  for (std::size_t buurt = 0; buurt < 4; ++buurt) {
    if (*rc::gen::inRange(0, 4) == 0) continue;
    std::array<double, factor_count> factors{};
    for (auto& factor : factors) factor = *rc::gen::inRange(0, 5) / 4.0;
    factors[0] *= 10;
    cells.push_back(a_cell(buurt, *rc::gen::inRange(0, 40), factors));
  }
  cells.push_back(a_cell(9, 5, {2, 0.5, 0.5, 1, 1}));  // never without children
  return cells;
}

double sum_of(SplitChange const& split) {
  return std::accumulate(split.shares.begin(), split.shares.end(), 0.0);
}

void expect_only(SplitChange const& split, ChangeCause cause) {
  for (auto const& [one, name] : choices<ChangeCause>) {
    auto const expected = one == cause ? split.after - split.before : 0;
    EXPECT_NEAR(split.shares[static_cast<std::size_t>(one)], expected, 1e-12) << name;
  }
}

}  // namespace

// One buurt of 10 children: 2 within reach, of which half are known, becomes 4, of which three quarters. The
// mean goes from 1 to 3. Presence alone would add 1 (to 2), and adds 1.5 once visibility is as after (from
// 1.5 to 3): 1.25. Visibility alone adds 0.5 and then 1: 0.75.
TEST(ChangeSplit, is_what_one_reckons_by_hand) {
  auto const split =
      *change_split(Cells{a_cell(1, 10, {2, 0.5, 1, 1, 1})}, Cells{a_cell(1, 10, {4, 0.75, 1, 1, 1})});
  EXPECT_DOUBLE_EQ(split.mean.before, 1);
  EXPECT_DOUBLE_EQ(split.mean.after, 3);
  EXPECT_DOUBLE_EQ(split.mean.shares[static_cast<std::size_t>(ChangeCause::presence)], 1.25);
  EXPECT_DOUBLE_EQ(split.mean.shares[static_cast<std::size_t>(ChangeCause::visibility)], 0.75);
  EXPECT_EQ(split.gini.shares, SplitChange().shares) << "one cell is equal to itself";
}

// Two buurten, of 30 children with 1 and 10 with 0: Gini is 0.25, what one of four has not. As many in each:
// 0.5, and the mean goes from 0.75 to 0.5, all by where children live.
TEST(ChangeSplit, tells_children_that_move_from_what_there_is) {
  auto const rich = std::array{1.0, 1.0, 1.0, 1.0, 1.0}, poor = std::array{1.0, 1.0, 1.0, 0.0, 1.0};
  auto const split = *change_split(Cells{a_cell(1, 30, rich), a_cell(2, 10, poor)},
                                   Cells{a_cell(1, 20, rich), a_cell(2, 20, poor)});
  EXPECT_DOUBLE_EQ(split.gini.before, 0.25);
  EXPECT_DOUBLE_EQ(split.gini.after, 0.5);
  for (auto const& one : {split.mean, split.gini, split.theil}) expect_only(one, ChangeCause::children);
}

TEST(ChangeSplit, gives_all_to_presence_when_only_that_changed) {
  auto const split =
      *change_split(Cells{a_cell(1, 10, {2, 0.5, 0.8, 0.9, 0.7}), a_cell(2, 10, {6, 0.5, 0.6, 0.9, 0.7})},
                    Cells{a_cell(1, 10, {3, 0.5, 0.8, 0.9, 0.7}), a_cell(2, 10, {5, 0.5, 0.6, 0.9, 0.7})});
  EXPECT_LT(split.gini.after, split.gini.before);
  for (auto const& one : {split.mean, split.gini, split.theil}) expect_only(one, ChangeCause::presence);
}

// From nothing within reach to something: what is then known of it was nobody's doing.
TEST(ChangeSplit, gives_all_to_presence_where_there_was_nothing) {
  auto const split =
      *change_split(Cells{a_cell(1, 10, {0, 0, 0, 0, 0})}, Cells{a_cell(1, 10, {2, 0.5, 0.5, 1, 1})});
  EXPECT_DOUBLE_EQ(split.mean.after, 0.5);
  expect_only(split.mean, ChangeCause::presence);
}

TEST(ChangeSplit, counts_a_new_neighbourhood_as_children) {
  Cells const before{a_cell(1, 10, {2, 0.5, 1, 1, 1})};
  auto after = before;
  after.push_back(a_cell(2, 10, {6, 0.5, 1, 1, 1}));
  auto const split = *change_split(before, after);
  EXPECT_DOUBLE_EQ(split.mean.after, 2);
  for (auto const& one : {split.mean, split.gini, split.theil}) expect_only(one, ChangeCause::children);
}

TEST(ChangeSplit, is_nothing_without_children) {
  Cells const some{a_cell(1, 10, {2, 0.5, 1, 1, 1})};
  EXPECT_FALSE(change_split({}, some));
  EXPECT_FALSE(change_split(some, {}));
  EXPECT_FALSE(change_split(some, Cells{a_cell(1, 0, {2, 0.5, 1, 1, 1})}));
}

RC_GTEST_PROP(ChangeSplit, adds_up_to_the_change, ()) {
  auto const split = *change_split(any_cells(), any_cells());
  for (auto const& one : {split.mean, split.gini, split.theil}) {
    RC_ASSERT(std::abs(sum_of(one) - (one.after - one.before)) < 1e-12);
  }
}

RC_GTEST_PROP(ChangeSplit, begins_and_ends_with_the_figures_of_the_tables, ()) {
  auto const before = any_cells(), after = any_cells();
  auto const mean = [](Cells const& cells) {
    double sum = 0, children = 0;
    for (auto const& cell : cells) sum += cell.children * cell.left.back(), children += cell.children;
    return sum / children;
  };
  auto const split = *change_split(before, after);
  RC_ASSERT(std::abs(split.mean.before - mean(before)) < 1e-12);
  RC_ASSERT(std::abs(split.mean.after - mean(after)) < 1e-12);
}

RC_GTEST_PROP(ChangeSplit, is_nothing_but_zeros_where_nothing_changed, ()) {
  auto const cells = any_cells();
  auto const split = *change_split(cells, cells);
  for (auto const& one : {split.mean, split.gini, split.theil}) RC_ASSERT(one.shares == SplitChange().shares);
}

RC_GTEST_PROP(ChangeSplit, is_the_opposite_the_other_way_round, ()) {
  auto const before = any_cells(), after = any_cells();
  auto const there = *change_split(before, after), back = *change_split(after, before);
  for (std::size_t i = 0; i < cause_count; ++i) {
    RC_ASSERT(std::abs(there.mean.shares[i] + back.mean.shares[i]) < 1e-12);
    RC_ASSERT(std::abs(there.gini.shares[i] + back.gini.shares[i]) < 1e-12);
    RC_ASSERT(std::abs(there.theil.shares[i] + back.theil.shares[i]) < 1e-12);
  }
}

TEST(FunnelCells, have_the_children_and_the_mean_of_the_place) {
  auto const model =
      std::make_shared<OpportunityModel const>(std::make_shared<Atlas const>(MadeWorld(300, 1, 4).atlas()),
                                               OpportunityParameters(), date(2026, 11, 24), 2);
  std::vector<std::size_t> all(standard_profiles().size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  Population const population(*model, std::nullopt, all);
  auto const cells = funnel_cells(OpportunityAnalysis(model, std::nullopt, 2), population);
  auto const figures = *place_figures(*model, population, 2);
  auto const split = *change_split(cells, cells);
  double children = 0;
  for (auto const& cell : cells) children += cell.children;
  EXPECT_NEAR(children, figures.children, 1e-9 * children);
  EXPECT_NEAR(split.mean.before, figures.spread.mean, 1e-12 * figures.spread.mean);
  EXPECT_LE(split.gini.before, figures.spread.gini) << "within a neighbourhood not all have the same";
}

}  // namespace wegwijzer
