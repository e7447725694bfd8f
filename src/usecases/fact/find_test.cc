// SPDX-License-Identifier: EUPL-1.2
#include "usecases/fact/find.h"

#include <gmock/gmock.h>

#include "kit/drawn_atlas.h"

namespace wegwijzer {

TEST(FindFacts, by_level_and_kind_with_what_another_choice_would_give) {
  AtlasDraft draft("H---A---B");
  auto const add = [&](FactKind kind, std::optional<Level> level) {
    auto fact = a_fact(draft.new_id<Fact>());
    fact.kind = kind, fact.level = level;
    draft.network().facts.push_back(fact);
  };
  add(FactKind::plan, Level::micro);
  add(FactKind::activity, Level::micro);
  add(FactKind::activity, Level::meso);
  add(FactKind::finding, std::nullopt);
  auto const atlas = draft.atlas();
  auto const& network = atlas.network();
  auto const found = find_facts(network, Index<Ecosystem>(0), {std::nullopt, Level::micro});
  ASSERT_EQ(found.facts.size(), 2U);
  EXPECT_EQ(network[found.facts[0]].kind, FactKind::activity);  // before a plan
  EXPECT_THAT(found.kinds,
              testing::ElementsAre(std::pair{FactKind::activity, 1U}, std::pair{FactKind::plan, 1U}));
  EXPECT_THAT(found.levels, testing::ElementsAre(std::pair{Level::micro, 2U}, std::pair{Level::meso, 1U}));
  EXPECT_EQ(find_facts(network, Index<Ecosystem>(0), {}).facts.size(), 4U);
}

}  // namespace wegwijzer
