// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/analysis.h"

#include <gtest/gtest.h>

#include "kit/compared_with_oracle.h"
#include "kit/made_world.h"

namespace wegwijzer {

namespace {

Date const day_of_town = date(2026, 11, 24);

// Beside the oracle, which asks every home anew for every age, a whole town would take minutes.
std::shared_ptr<Atlas const> small_town() {
  static auto const atlas = std::make_shared<Atlas const>(MadeWorld(350, 1, 5).atlas());
  return atlas;
}

// Children of two offerings in three were asked, of some of them too long ago.
std::shared_ptr<Atlas const> town_with_feedback() {
  auto source = MadeWorld(350, 1, 5).source();
  auto& records = source.records[0];
  for (std::size_t i = 0; i < records.offerings.size(); ++i) {
    auto const last = date(2024, 1, 31) + std::chrono::days(i % 1'000);
    if (i % 3 != 0) {
      records.felt_welcome[records.offerings[i].id] = {static_cast<double>(i % 11) / 10,
                                                       last - std::chrono::days(150), last};
    }
  }
  return std::make_shared<Atlas const>(std::move(source));
}

// Two towns, so that offerings of another ecosystem are within reach.
std::shared_ptr<Atlas const> two_towns() {
  static auto const atlas = std::make_shared<Atlas const>(MadeWorld(500, 2, 6).atlas());
  return atlas;
}

OpportunityParameters coarse() {
  OpportunityParameters parameters;
  parameters.square = 500;
  return parameters;
}

std::shared_ptr<OpportunityModel const> model_of(std::shared_ptr<Atlas const> atlas,
                                                 OpportunityParameters const& parameters = coarse(),
                                                 unsigned threads = 1) {
  return std::make_shared<OpportunityModel const>(std::move(atlas), parameters, day_of_town, threads);
}

std::vector<Experience> all_of(OpportunityAnalysis const& analysis) {
  std::vector<Experience> all;
  for (auto const area : analysis.areas()) {
    for (std::size_t p = 0; p < standard_profiles().size(); ++p) all.push_back(*analysis.of(area, p));
  }
  return all;
}

}  // namespace

TEST(Opportunity, is_what_the_slow_formulas_give_in_a_town) {
  compare_with_oracle(model_of(small_town()), 5);
}

TEST(Opportunity, is_what_the_slow_formulas_give_where_children_were_asked) {
  compare_with_oracle(model_of(town_with_feedback()), 7);
}

TEST(Opportunity, is_what_the_slow_formulas_give_where_towns_meet) {
  compare_with_oracle(model_of(two_towns()), 11);
}

TEST(Opportunity, is_the_same_on_any_number_of_threads) {
  OpportunityAnalysis const one(model_of(two_towns()), std::nullopt, 1);
  for (unsigned const threads : {2U, 3U}) {
    OpportunityAnalysis const many(model_of(two_towns(), coarse(), threads), std::nullopt, threads);
    EXPECT_EQ(all_of(one), all_of(many));
  }
}

TEST(Opportunity, narrows_from_stage_to_stage) {
  OpportunityAnalysis const analysis(model_of(small_town()), std::nullopt, 2);
  auto const all = all_of(analysis);
  std::size_t with_something = 0;
  for (auto const& experience : all) {
    auto const& funnel = experience.funnel;
    EXPECT_GE(funnel.exists, funnel.within_reach);
    EXPECT_GE(funnel.within_reach, funnel.known);
    EXPECT_GE(funnel.known, funnel.welcome);
    EXPECT_GE(funnel.welcome, funnel.possible);
    EXPECT_GE(funnel.possible, funnel.supported);
    if (funnel.supported > 0) ++with_something;
    double themes = 0, stages = 0;
    for (auto const amount : experience.by_theme) themes += amount;
    for (auto const amount : experience.by_stage) stages += amount;
    EXPECT_LE(themes, funnel.supported * (1 + 1e-12));
    EXPECT_NEAR(stages, funnel.supported, 1e-12 * funnel.supported);
  }
  EXPECT_GT(with_something, all.size() * 9 / 10);  // at four there may be nothing
}

TEST(Opportunity, of_a_gemeente_is_the_mean_of_its_buurten_by_children) {
  OpportunityAnalysis const analysis(model_of(small_town()), std::nullopt, 2);
  auto const& areas = analysis.model().atlas().areas();
  std::size_t const profile = 30;
  for (auto const area : analysis.areas()) {
    if (areas[area].code.kind() != AreaKind::gemeente) continue;
    double children = 0, amount = 0;
    for (auto const part : analysis.areas()) {
      if (areas[part].code.kind() != AreaKind::buurt || !areas.lies_in(part, area)) continue;
      children += analysis.children(part, profile);
      amount += analysis.children(part, profile) * analysis.of(part, profile)->funnel.supported;
    }
    EXPECT_NEAR(analysis.children(area, profile), children, 1e-9);
    EXPECT_NEAR(analysis.of(area, profile)->funnel.supported, amount / children, 1e-9);
  }
}

TEST(Opportunity, counts_every_child_in_one_profile) {
  OpportunityAnalysis const analysis(model_of(small_town()), std::nullopt, 2);
  double all = 0, living = 0;
  for (auto const& home : analysis.model().homes()) {
    for (auto const children : home.children) living += children;
  }
  for (auto const area : analysis.areas()) {
    if (analysis.model().atlas().areas()[area].code.kind() != AreaKind::gemeente) continue;
    for (std::size_t p = 0; p < standard_profiles().size(); ++p) all += analysis.children(area, p);
  }
  EXPECT_NEAR(all, living, 1e-6);
}

}  // namespace wegwijzer
