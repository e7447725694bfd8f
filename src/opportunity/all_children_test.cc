// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/all_children.h"

#include <gtest/gtest.h>

#include "kit/made_world.h"
#include "opportunity/analysis.h"

namespace wegwijzer {

namespace {

Date const day_of_all_children = date(2026, 11, 24);

std::shared_ptr<Atlas const> town_of_all_children() {
  static auto const atlas = std::make_shared<Atlas const>(MadeWorld(350, 1, 5).atlas());
  return atlas;
}

OpportunityParameters in_squares_of(double metres) {
  OpportunityParameters parameters;
  parameters.square = metres;
  return parameters;
}

std::shared_ptr<OpportunityModel const> town_model(
    OpportunityParameters const& parameters = in_squares_of(500)) {
  return std::make_shared<OpportunityModel const>(town_of_all_children(), parameters, day_of_all_children, 1);
}

// The mean of all children, by any measure of their own.
template <class Amount>
double mean_of_all(OpportunityModel const& model, Amount amount) {
  double sum = 0, all = 0;
  for (auto const& child : standard_profiles()) {
    ProfileTable const table(model, child);
    ExperienceOf asking(model);
    for (std::size_t home = 0; home < model.homes().size(); ++home) {
      auto const& here = model.homes()[home];
      auto const children = children_of(here, child.age) * share_of_profile(model, here.area, child);
      all += children;
      asking.for_each(here.area, model.reached(home, child.travel()), table,
                      [&](std::size_t candidate, Factors const& factors) {
                        sum += children * amount(candidate, factors);
                      });
    }
  }
  return sum / all;
}

double mean_of(std::vector<double> const& values, std::vector<double> const& children) {
  double sum = 0, all = 0;
  for (std::size_t i = 0; i < values.size(); ++i) sum += values[i] * children[i], all += children[i];
  return sum / all;
}

}  // namespace

TEST(AllChildren, have_in_every_area_the_mean_of_the_analysis) {
  auto const model = town_model();
  OpportunityAnalysis const analysis(model, std::nullopt, 1);
  auto const count = standard_profiles().size();
  for (auto const area : analysis.areas()) {
    auto const homes = homes_within(*model, area);
    auto const values = experienced_by_all(*model, homes, 2);
    auto const children = children_by_profile(*model, homes);
    ASSERT_EQ(values.size(), homes.size() * count);
    for (std::size_t p = 0; p < count; ++p) {
      double sum = 0, all = 0;
      for (std::size_t home = 0; home < homes.size(); ++home) {
        sum += children[home * count + p] * values[home * count + p];
        all += children[home * count + p];
      }
      if (all <= 0) continue;
      auto const expected = analysis.of(area, p)->funnel.supported;
      EXPECT_NEAR(sum / all, expected, 1e-12 * expected);
      EXPECT_NEAR(all, analysis.children(area, p), 1e-9 * all);
    }
  }
}

TEST(AllChildren, gain_by_each_lever_what_one_child_after_the_other_gains) {
  auto const model = town_model();
  auto const homes = homes_within(*model, std::nullopt);
  auto const children = children_by_profile(*model, homes);
  auto const now = mean_of(experienced_by_all(*model, homes, 2), children);
  RowsOfHomes const rows(*model, homes, 2, RowsOfHomes::Also::without_barriers);
  auto const pulled = experienced_with_levers(rows, 2);
  EXPECT_EQ(pulled, experienced_with_levers(rows, 1));
  for (auto const& [lever, name] : choices<Lever>) {
    auto const then = mean_of(pulled[static_cast<std::size_t>(lever)], children);
    auto const expected = mean_of_all(*model, [&](std::size_t candidate, Factors const& factors) {
      return gain(factors, model->seats_per_child(candidate), lever);
    });
    EXPECT_NEAR(then - now, expected, 1e-12 * now) << name;
    EXPECT_GE(expected, 0) << name;
  }
}

TEST(AllChildren, have_together_what_each_candidate_adds) {
  auto const model = town_model();
  auto const homes = homes_within(*model, std::nullopt);
  auto const children = children_by_profile(*model, homes);
  auto const amounts = amounts_by_candidate(*model, homes, children);
  std::array<double, 4> expected{};
  for (std::size_t candidate = 0; candidate < amounts.size(); ++candidate) {
    auto const mean = mean_of_all(*model, [&](std::size_t one, Factors const& factors) {
      return one == candidate ? factors.experienced() : 0;
    });
    auto const& parts = amounts[candidate];
    EXPECT_NEAR(parts[0] + parts[1] + parts[2] + parts[3], mean, 1e-12 * std::max(1.0, mean)) << candidate;
    for (std::size_t member = 0; member < 4; ++member) expected[member] += parts[member];
  }
  auto const now = mean_of(experienced_by_all(*model, homes, 1), children);
  EXPECT_NEAR(expected[0] + expected[1] + expected[2] + expected[3], now, 1e-12 * now);
}

TEST(AllChildren, are_the_same_on_any_number_of_threads) {
  auto const model = town_model();
  auto const homes = homes_within(*model, std::nullopt);
  auto const alone = experienced_by_all(*model, homes, 1);
  EXPECT_EQ(alone, experienced_by_all(*model, homes, 2));
  EXPECT_EQ(alone, experienced_by_all(*model, homes, 3));
}

TEST(OpportunityModel, with_other_parameters_is_what_it_is_when_made_from_nothing) {
  auto far = in_squares_of(500);
  far.longest_journey = 45;
  auto const looked_far = town_model(far);
  auto other = in_squares_of(500);
  other.longest_journey = 22;
  other.half_at = 7;
  other.without_bicycle_little = 0.2;
  other.known_without_channels = 0.5;
  other.alone_from_9 = 20;
  OpportunityModel const derived(*looked_far, other, 2);
  auto const direct = town_model(other);
  ASSERT_EQ(derived.homes(), direct->homes());
  for (std::size_t i = 0; i < direct->candidates().all().size(); ++i) {
    EXPECT_EQ(derived.seats_per_child(i), direct->seats_per_child(i));
  }
  auto const homes = homes_within(*direct, std::nullopt);
  EXPECT_EQ(experienced_by_all(derived, homes, 1), experienced_by_all(*direct, homes, 1));
  EXPECT_EQ(children_by_profile(derived, homes), children_by_profile(*direct, homes));
  OpportunityAnalysis const of_derived(std::make_shared<OpportunityModel const>(*looked_far, other, 1),
                                       std::nullopt, 1);
  OpportunityAnalysis const of_direct(direct, std::nullopt, 1);
  for (auto const area : of_direct.areas()) EXPECT_EQ(of_derived.of(area, 40), of_direct.of(area, 40));
}

}  // namespace wegwijzer
