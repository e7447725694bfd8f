// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/place_figures.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "kit/made_world.h"
#include "opportunity/analysis.h"

namespace wegwijzer {

namespace {

std::shared_ptr<OpportunityModel const> model_of_figures() {
  static auto const model = [] {
    auto const atlas = std::make_shared<Atlas const>(MadeWorld(500, 1, 4).atlas());
    return std::make_shared<OpportunityModel const>(atlas, OpportunityParameters(), date(2026, 11, 24), 2);
  }();
  return model;
}

std::vector<std::size_t> profiles_where(auto const& fits) {
  std::vector<std::size_t> found;
  for (std::size_t p = 0; p < standard_profiles().size(); ++p) {
    if (fits(standard_profiles()[p])) found.push_back(p);
  }
  return found;
}

std::vector<std::size_t> all_profiles_of_figures() {
  return profiles_where([](ChildProfile const&) { return true; });
}

PlaceFigures figures_of(Population const& population) {
  return *place_figures(*model_of_figures(), population, 2);
}

}  // namespace

TEST(PlaceFigures, add_up) {
  Population const population(*model_of_figures(), std::nullopt, all_profiles_of_figures());
  auto const figures = figures_of(population);
  auto const& spread = figures.spread;
  EXPECT_GT(spread.gini, 0.1);
  EXPECT_NEAR(std::accumulate(figures.shares.begin(), figures.shares.end(), 0.0), spread.gini, 1e-12);
  double sum = 0, children = 0;
  for (std::size_t i = 0; i < population.areas.size(); ++i) {
    sum += figures.area_means[i] * figures.area_children[i];
    children += figures.area_children[i];
  }
  EXPECT_NEAR(children, figures.children, 1e-9);
  EXPECT_NEAR(sum / children, spread.mean, 1e-12 * spread.mean);
  // Gemeente, wijk and buurt: each says more, and none more than all of it.
  ASSERT_EQ(population.levels.size(), 3U);
  double before = 0;
  for (auto const between : figures.theil_between) {
    EXPECT_GE(between, before - 1e-15);
    before = between;
  }
  EXPECT_LT(before, spread.theil);
  for (auto const& [trait, name] : choices<Trait>) {
    double of_trait = 0;
    for (std::size_t g = 0; g < child_groups().size(); ++g) {
      if (child_groups()[g].trait == trait) of_trait += figures.group_means[g] * figures.group_children[g];
    }
    EXPECT_NEAR(of_trait / children, spread.mean, 1e-12 * spread.mean) << name;
    EXPECT_GT(figures.theil_between_groups[static_cast<std::size_t>(trait)], 0) << name;
    EXPECT_LT(figures.theil_between_groups[static_cast<std::size_t>(trait)], spread.theil) << name;
  }
}

TEST(PlaceFigures, have_the_amounts_of_the_analysis_by_area) {
  Population const population(*model_of_figures(), std::nullopt, all_profiles_of_figures());
  auto const figures = figures_of(population);
  OpportunityAnalysis const analysis(model_of_figures(), std::nullopt, 2);
  for (std::size_t i = 0; i < population.areas.size(); ++i) {
    if (figures.area_children[i] <= 0) continue;
    auto const expected = analysis.of(population.areas[i], all_profiles_of_figures())->funnel.supported;
    EXPECT_NEAR(figures.area_means[i], expected, 1e-12 * expected);
  }
}

TEST(PlaceFigures, of_some_children_are_of_them_alone) {
  auto const nine = profiles_where(
      [](ChildProfile const& child) { return child.age == 9 && child.purse == Purse::little; });
  Population const population(*model_of_figures(), std::nullopt, nine);
  auto const figures = figures_of(population);
  for (std::size_t g = 0; g < child_groups().size(); ++g) {
    auto const& group = child_groups()[g];
    bool const other = (group.trait == Trait::age && group.value != "9") || group.value == "enough";
    EXPECT_EQ(figures.group_children[g] == 0, other) << group.value;
  }
  EXPECT_EQ(figures.theil_between_groups[static_cast<std::size_t>(Trait::purse)], 0);
  // Of one age nobody meets another offering because of its age, so less is between them.
  Population const everyone(*model_of_figures(), std::nullopt, all_profiles_of_figures());
  EXPECT_LT(figures.spread.gini, figures_of(everyone).spread.gini);
}

TEST(PlaceFigures, say_what_each_lever_would_do) {
  Population const population(*model_of_figures(), std::nullopt, all_profiles_of_figures());
  auto const figures = figures_of(population);
  for (auto const& [lever, name] : choices<Lever>) {
    auto const& then = figures.levers[static_cast<std::size_t>(lever)];
    EXPECT_GE(then.mean, figures.spread.mean * (1 - 1e-12)) << name;
    EXPECT_GE(then.least_fifth, (figures.spread.tenths[0] + figures.spread.tenths[1]) / 2 * (1 - 1e-12))
        << name;
  }
  auto const& none = figures.levers[static_cast<std::size_t>(Lever::needs)];  // nobody here has needs
  EXPECT_NEAR(none.mean, figures.spread.mean, 1e-12 * none.mean);
  EXPECT_NEAR(none.gini, figures.spread.gini, 1e-12);
  EXPECT_GT(figures.levers[static_cast<std::size_t>(Lever::visibility)].mean, figures.spread.mean);
}

TEST(PlaceFigures, of_a_sample_stand_for_all_children_of_each_area) {
  auto const& model = *model_of_figures();
  Population const all(model, std::nullopt, all_profiles_of_figures());
  auto const sample = sample_of(model, all, all.homes.size() / 3);
  EXPECT_LT(sample.homes.size(), all.homes.size() / 2);
  EXPECT_TRUE(std::ranges::includes(all.homes, sample.homes));
  auto const whole = figures_of(all), part = figures_of(sample);
  for (std::size_t i = 0; i < all.areas.size(); ++i) {
    EXPECT_NEAR(part.area_children[i], whole.area_children[i], 1e-9 * whole.children);
  }
  EXPECT_NEAR(part.spread.mean, whole.spread.mean, 0.1 * whole.spread.mean);
  EXPECT_NEAR(part.spread.gini, whole.spread.gini, 0.1 * whole.spread.gini);
  auto const same = sample_of(model, all, all.homes.size());
  EXPECT_EQ(same.homes, all.homes);
  EXPECT_EQ(same.weight, std::vector<double>(all.homes.size(), 1));
}

TEST(PlaceFigures, without_factors_and_levers_say_the_same_of_how_it_is_spread) {
  Population const all(*model_of_figures(), std::nullopt, all_profiles_of_figures());
  auto const whole = figures_of(all), spread = *spread_figures(*model_of_figures(), all, 2);
  EXPECT_NEAR(spread.spread.gini, whole.spread.gini, 1e-12);
  EXPECT_NEAR(spread.spread.theil, whole.spread.theil, 1e-12);
  EXPECT_NEAR(spread.theil_between.back(), whole.theil_between.back(), 1e-12);
  EXPECT_EQ(spread.group_children, whole.group_children);
}

TEST(PlaceFigures, are_nothing_where_nobody_lives) {
  Population const population(*model_of_figures(), std::nullopt, {});
  EXPECT_FALSE(place_figures(*model_of_figures(), population, 1));
}

}  // namespace wegwijzer
