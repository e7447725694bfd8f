// SPDX-License-Identifier: EUPL-1.2
#include "towns/names.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "kit/fictional_towns.h"

namespace wegwijzer::towns {

namespace {

WordLists const& lists() {
  return words_of_towns().lists;
}

// Lines within a cell that have a name: fewer than this in a cell of any quarter.
constexpr std::uint32_t lines_looked_at = 16;

}  // namespace

TEST(TownNames, are_given_once_and_to_no_real_town) {
  std::set<std::string> const real(lists().real_towns.begin(), lists().real_towns.end());
  EXPECT_GT(real.size(), 100U);
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    auto const plan = make_plan({seed, 40, 120'000});
    Names const names(plan, lists());
    std::set<std::string> taken;
    for (std::size_t town = 0; town < plan.towns.size(); ++town) {
      EXPECT_TRUE(taken.insert(names.town(town)).second) << names.town(town);
      EXPECT_FALSE(real.contains(names.town(town))) << names.town(town);
    }
  }
}

TEST(BuurtNames, are_given_once_in_a_town) {
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    auto const plan = make_plan({seed, 3, 40'000});
    Names const names(plan, lists());
    std::vector<std::map<std::string, int>> taken(plan.towns.size());
    for (std::size_t i = 0; i < plan.cells.size(); ++i) {
      if (!plan.cells[i].town) continue;
      EXPECT_EQ(names.town_of(i), plan.cells[i].town->value());
      EXPECT_FALSE(names.buurt(i).empty());
      EXPECT_EQ(taken[names.town_of(i)][names.buurt(i)]++, 0) << names.buurt(i);
    }
  }
}

TEST(StreetNames, are_there_wherever_people_live) {
  auto const plan = make_plan({2, 1, 9'000});
  Names const names(plan, lists());
  for (std::size_t i = 0; i < plan.cells.size(); ++i) {
    if (!has_homes(plan.cells[i].quarter)) continue;
    for (std::uint32_t line = 0; line < 40; ++line) EXPECT_FALSE(names.street(i, line).empty());
  }
  for (auto const& seam : plan.seams) {
    if (seam.kind != SeamKind::nothing && seam.name != 0) {
      EXPECT_FALSE(names.road(seam.name).empty());
    }
  }
}

TEST(StreetNames, differ_within_a_buurt) {
  auto const plan = make_plan({2, 1, 9'000});
  Names const names(plan, lists());
  for (std::size_t i = 0; i < plan.cells.size(); ++i) {
    if (!plan.cells[i].town || !has_homes(plan.cells[i].quarter)) continue;
    std::set<std::string> taken;
    for (std::uint32_t line = 0; line < lines_looked_at; ++line)
      EXPECT_TRUE(taken.insert(names.street(i, line)).second) << names.street(i, line);
  }
}

TEST(StreetNames, seldom_occur_twice_in_a_town) {
  std::size_t lines = 0, again = 0;
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    auto const plan = make_plan({seed, 1, 9'000});
    Names const names(plan, lists());
    std::set<std::string> taken;
    for (std::size_t i = 0; i < plan.cells.size(); ++i) {
      if (!plan.cells[i].town || !has_homes(plan.cells[i].quarter)) continue;
      for (std::uint32_t line = 0; line < lines_looked_at; ++line) {
        ++lines;
        again += taken.insert(names.street(i, line)).second ? 0 : 1;
      }
    }
  }
  EXPECT_LT(static_cast<double>(again), 0.03 * static_cast<double>(lines)) << again << " of " << lines;
}

}  // namespace wegwijzer::towns
