// SPDX-License-Identifier: EUPL-1.2
// The opportunities of an atlas against the slow formulas of opportunity_oracle.h.
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "kit/opportunity_oracle.h"
#include "opportunity/analysis.h"

namespace wegwijzer {

inline void expect_same(double fast, double slow, std::string const& what) {
  EXPECT_LE(std::abs(fast - slow), 1e-12 * std::max(std::abs(slow), 1e-3))
      << what << ": " << fast << " " << slow;
}

// How many of these offerings are of this subject, and of this stage.
inline double of_subject(Atlas const& atlas, std::set<Index<Offering>> const& offerings,
                         Index<Theme> subject) {
  return static_cast<double>(std::ranges::count_if(offerings, [&](Index<Offering> offering) {
    return (atlas.catalogue().facts(offering).themes & atlas.themes().below(subject)).any();
  }));
}

inline double of_stage(Atlas const& atlas, std::set<Index<Offering>> const& offerings, Stage stage) {
  return static_cast<double>(std::ranges::count_if(
      offerings, [&](Index<Offering> offering) { return atlas.catalogue()[offering].stage == stage; }));
}

inline void expect_ends(Ends const& ends, double open, double shallow, double dead) {
  EXPECT_EQ(ends.open, open);
  EXPECT_EQ(ends.not_deeper, shallow);
  EXPECT_EQ(ends.dead, dead);
  EXPECT_EQ(ends.some, open > 0 ? 1 : 0);
  EXPECT_EQ(ends.always, open > 0 && dead == 0 ? 1 : 0);
}

inline void expect_ends(Atlas const& atlas, Experience const& experience,
                        OpportunityOracle::OpenEnds const& slow) {
  auto const count = [](std::set<Index<Offering>> const& some) { return static_cast<double>(some.size()); };
  expect_ends(experience.ends, count(slow.open), count(slow.shallow), count(slow.dead));
  auto const subjects = atlas.themes().subjects();
  for (std::size_t i = 0; i < subjects.size(); ++i) {
    auto const of = [&](auto const& some) { return of_subject(atlas, some, subjects[i]); };
    expect_ends(experience.ends_by_theme[i], of(slow.open), of(slow.shallow), of(slow.dead));
  }
  for (auto const& [stage, name] : choices<Stage>) {
    auto const of = [&](auto const& some) { return of_stage(atlas, some, stage); };
    expect_ends(experience.ends_by_stage[static_cast<std::size_t>(stage)], of(slow.open), of(slow.shallow),
                of(slow.dead));
  }
}

// Of the home areas one in so many, of the profiles every so manieth, each figure against the oracle.
inline void compare_with_oracle(std::shared_ptr<OpportunityModel const> const& model, std::size_t every,
                                std::size_t one_home_in = 1) {
  auto const& atlas = model->atlas();
  OpportunityOracle const oracle(atlas, model->parameters(), model->today());
  Subjects const subjects(atlas.themes());
  Reckoner reckoner(*model, subjects);
  ExperienceOf asking(*model);
  std::size_t compared = 0, ends = 0;
  for (std::size_t home = 0; home < model->homes().size(); home += one_home_in) {
    auto const& area = model->homes()[home];
    for (std::size_t p = home % every; p < standard_profiles().size(); p += every) {
      auto child = standard_profiles()[p];
      if (p % 2 == 1) child.particulars.needs = access_bits({Access::wheelchair, Access::small_group});
      if (p % 3 == 0) child.particulars.tongues = 1U << (home + p) % atlas.vocabulary().languages.size();
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
        expect_same(factors.barriers.access(), expected.a, "barriers");
        EXPECT_EQ(factors.access, factors.barriers.access());
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
      auto const slow_ends = oracle.ends(area, child);
      expect_ends(atlas, experience, slow_ends);
      ends += slow_ends.shallow.size();
      EXPECT_EQ(experience.rockets, oracle.rockets(area, child));
    }
  }
  EXPECT_GT(compared, 1'000U);
  EXPECT_GT(ends, 10U);
}

}  // namespace wegwijzer
