// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/analysis.h"

#include <gtest/gtest.h>

#include <cmath>

#include "kit/made_world.h"
#include "kit/opportunity_oracle.h"

namespace wegwijzer {

namespace {

Date const day_of_town = date(2026, 11, 24);

// Beside the oracle, which asks every home anew for every age, a whole town would take minutes.
std::shared_ptr<Atlas const> small_town() {
  static auto const atlas = std::make_shared<Atlas const>(MadeWorld(350, 1, 5).atlas());
  return atlas;
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

void expect_same(double fast, double slow, std::string const& what) {
  EXPECT_LE(std::abs(fast - slow), 1e-12 * std::max(std::abs(slow), 1e-3))
      << what << ": " << fast << " " << slow;
}

// Every home area, of the profiles every so manieth, each figure against the oracle.
void compare(std::shared_ptr<Atlas const> const& atlas, std::size_t every) {
  auto const model = model_of(atlas);
  OpportunityOracle const oracle(*atlas, model->parameters(), day_of_town);
  Subjects const subjects(atlas->themes());
  Reckoner reckoner(*model, subjects);
  ExperienceOf asking(*model);
  std::size_t compared = 0, ends = 0;
  for (std::size_t home = 0; home < model->homes().size(); ++home) {
    auto const& area = model->homes()[home];
    for (std::size_t p = home % every; p < standard_profiles().size(); p += every) {
      auto child = standard_profiles()[p];
      if (p % 2 == 1) child.needs = access_bits({Access::wheelchair, Access::small_group});
      ProfileTable const table(*model, child);
      auto slow = oracle.experience(area, child);
      auto const reached = model->reached(home, child.travel());
      double sum = 0;
      asking.for_each(area.area, reached, table, [&](std::size_t candidate, Factors const& factors) {
        auto const offering = model->candidates()[candidate].offering;
        ASSERT_TRUE(slow.contains(offering));
        auto const& expected = slow[offering];
        expect_same(factors.presence, expected.r, "presence");
        expect_same(factors.visibility, expected.v, "visibility");
        expect_same(factors.welcome, expected.w, "welcome");
        expect_same(factors.barriers.access(), expected.a, "access");
        expect_same(factors.experienced(), expected.x, "experienced");
        sum += factors.experienced();
        slow.erase(offering);
        ++compared;
      });
      EXPECT_TRUE(slow.empty());
      auto const experience = reckoner.reckon(area.area, reached, table);
      // The same order of summation, so the same bits.
      EXPECT_EQ(experience.funnel.supported, sum);
      EXPECT_EQ(experience.funnel.exists, oracle.exists(area, child));
      auto const [shallow, dead] = oracle.ends(area, child);
      EXPECT_EQ(experience.ends.not_deeper, static_cast<double>(shallow.size()));
      EXPECT_EQ(experience.ends.dead, static_cast<double>(dead.size()));
      ends += shallow.size();
    }
  }
  EXPECT_GT(compared, 1'000U);
  EXPECT_GT(ends, 10U);
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
  compare(small_town(), 5);
}

TEST(Opportunity, is_what_the_slow_formulas_give_where_towns_meet) {
  compare(two_towns(), 11);
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
  for (auto const& experience : all_of(analysis)) {
    auto const& funnel = experience.funnel;
    EXPECT_GE(funnel.exists, funnel.within_reach);
    EXPECT_GE(funnel.within_reach, funnel.known);
    EXPECT_GE(funnel.known, funnel.welcome);
    EXPECT_GE(funnel.welcome, funnel.possible);
    EXPECT_GE(funnel.possible, funnel.supported);
    EXPECT_GT(funnel.supported, 0);
    double themes = 0, stages = 0;
    for (auto const amount : experience.by_theme) themes += amount;
    for (auto const amount : experience.by_stage) stages += amount;
    EXPECT_LE(themes, funnel.supported * (1 + 1e-12));
    EXPECT_NEAR(stages, funnel.supported, 1e-12 * funnel.supported);
  }
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
