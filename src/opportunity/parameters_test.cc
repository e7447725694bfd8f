// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/parameters.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/words.h"
#include "kit/file_content.h"

namespace wegwijzer {

namespace {

// "| `name` | what | value | low-high | unit |": the cells of the row of this name; none when there is none.
std::vector<std::string> row_of(std::string_view name) {
  static auto const page = content("docs/parameters.md");
  auto const at = page.find(fmt::format("| `{}` |", name));
  if (at == page.npos) return {};
  auto const line = std::string_view(page).substr(at, page.find('\n', at) - at);
  std::vector<std::string> cells;
  for (auto const cell : split(line, '|')) cells.emplace_back(cell);
  return cells;
}

}  // namespace

TEST(OpportunityParameters, are_those_of_the_page) {
  OpportunityParameters const defaults;
  for (auto const& parameter : opportunity_parameters()) {
    auto const row = row_of(parameter.name);
    ASSERT_GE(row.size(), 7U) << parameter.name;
    EXPECT_EQ(row[2], fmt::format("{:g}", defaults.*parameter.value)) << parameter.name;
    EXPECT_EQ(row[3], fmt::format("{:g}-{:g}", parameter.low, parameter.high)) << parameter.name;
    EXPECT_FALSE(row[5].empty()) << parameter.name;
    EXPECT_EQ(row[5].starts_with("*assumption*"), !parameter.has_source) << parameter.name;
  }
}

TEST(OpportunityParameters, are_all_in_the_table) {
  // Every member is a double, and each has a row of its own.
  EXPECT_EQ(opportunity_parameters().size() * sizeof(double), sizeof(OpportunityParameters));
  for (auto const& one : opportunity_parameters()) {
    EXPECT_EQ(find_parameter(one.name)->value, one.value);
    for (auto const& other : opportunity_parameters()) EXPECT_EQ(&one == &other, one.value == other.value);
  }
}

TEST(OpportunityParameters, lie_within_their_ranges_and_these_may_be_set) {
  OpportunityParameters const defaults;
  for (auto const& parameter : opportunity_parameters()) {
    EXPECT_GE(defaults.*parameter.value, parameter.low) << parameter.name;
    EXPECT_LE(defaults.*parameter.value, parameter.high) << parameter.name;
    EXPECT_TRUE(allowed(parameter, parameter.low)) << parameter.name;
    EXPECT_TRUE(allowed(parameter, parameter.high)) << parameter.name;
  }
  EXPECT_FALSE(allowed(*find_parameter("waiver_works"), 1.1));
  EXPECT_FALSE(allowed(*find_parameter("purse_little"), -1));
  EXPECT_TRUE(allowed(*find_parameter("half_at"), 0));
  EXPECT_FALSE(allowed(*find_parameter("longest_journey"), 0));
  EXPECT_EQ(find_parameter("unheard_of"), nullptr);
}

}  // namespace wegwijzer
