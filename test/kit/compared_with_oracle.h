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

// Every home area, of the profiles every so manieth, each figure against the oracle.
inline void compare_with_oracle(std::shared_ptr<OpportunityModel const> const& model, std::size_t every) {
  auto const& atlas = model->atlas();
  OpportunityOracle const oracle(atlas, model->parameters(), model->today());
  Subjects const subjects(atlas.themes());
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
      auto const [shallow, dead] = oracle.ends(area, child);
      EXPECT_EQ(experience.ends.not_deeper, static_cast<double>(shallow.size()));
      EXPECT_EQ(experience.ends.dead, static_cast<double>(dead.size()));
      ends += shallow.size();
      EXPECT_EQ(experience.rockets, oracle.rockets(area, child));
    }
  }
  EXPECT_GT(compared, 1'000U);
  EXPECT_GT(ends, 10U);
}

}  // namespace wegwijzer
