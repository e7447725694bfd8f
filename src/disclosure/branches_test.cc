// SPDX-License-Identifier: EUPL-1.2
#include "disclosure/branches.h"

#include <gtest/gtest.h>

#include <map>

namespace wegwijzer::disclosure {

namespace {

// Which categories are withheld together, as text.
std::map<std::string, std::string> together(Dimension const& dimension) {
  auto const branches = branches_of(dimension);
  std::map<std::string, std::string> found;
  for (auto const& branch : branches) {
    if (!branch.category) continue;
    for (auto const other : branch.together) {
      auto const category = branches[other].category;
      auto const& code = category ? dimension.categories()[*category].code : "+";
      found[dimension.categories()[*branch.category].code] += code;
    }
  }
  return found;
}

}  // namespace

TEST(Branches, put_two_or_three_categories_of_like_size_together) {
  Dimension dimension("area");
  dimension.add("a", "", 500).add("b", "", 20).add("c", "", 400).add("d", "", 10).add("e", "", 450);
  auto const found = together(dimension);
  EXPECT_EQ(found.at("b"), "db");
  EXPECT_EQ(found.at("c"), "cea");
}

TEST(Branches, put_pairs_in_pairs_until_three_are_left_below_a_total) {
  Dimension dimension("theme");
  for (char code = 'a'; code <= 'h'; ++code) dimension.add(std::string(1, code));
  auto const branches = branches_of(dimension);
  // The total, two fours, four twos, eight categories.
  EXPECT_EQ(branches.size(), 1U + 2 + 4 + 8);
  EXPECT_EQ(together(dimension).at("h"), "gh");
  for (std::size_t i = 1; i < branches.size(); ++i) EXPECT_LT(branches[i].parent, i);
}

}  // namespace wegwijzer::disclosure
