// SPDX-License-Identifier: EUPL-1.2
#include "exchange/parameters_csv.h"

#include <gtest/gtest.h>

namespace wegwijzer {

namespace {

// Knows only shares called "waiver_works".
Done only_waivers(std::string const& name, double value) {
  if (name != "waiver_works") return fail(in_field({Fault::invalid, "unknown"}, "parameter"));
  if (value > 1) return fail(in_field({Fault::invalid, "too_much"}, "value"));
  return {};
}

}  // namespace

TEST(ParametersCsv, gives_names_values_and_why) {
  auto const read =
      read_parameters_csv("parameter;waarde;bron\nwaiver_works;0,5;eigen telling 2026\n", only_waivers);
  ASSERT_TRUE(read);
  EXPECT_TRUE(read->problems.empty());
  EXPECT_EQ(read->rows, (std::vector<ParameterLine>{{"waiver_works", 0.5, "eigen telling 2026"}}));
}

TEST(ParametersCsv, says_what_is_wrong_on_each_line) {
  auto const read = read_parameters_csv(
      "parameter,value,source\n"
      "waiver_works,0.5,ours\n"
      "waiver_works,0.6,ours\n"
      "help_works,0.5,ours\n"
      ",0.5,ours\n"
      "waiver_works,much,ours\n"
      "waiver_works,0.5,\n",
      only_waivers);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->rows.size(), 1U);
  ASSERT_EQ(read->problems.size(), 5U);
  EXPECT_EQ(read->problems[0].line, 3U);
  EXPECT_EQ(read->problems[0].error.key, "parameters.twice");
  EXPECT_EQ(read->problems[1].error.key, "unknown");
  EXPECT_EQ(read->problems[1].place, "parameter");
  EXPECT_EQ(read->problems[2].error.key, "cell.missing");
  EXPECT_EQ(read->problems[3].place, "value");
  EXPECT_EQ(read->problems[4].place, "source");
  auto const too_much = read_parameters_csv("parameter,value,source\nwaiver_works,1.5,ours\n", only_waivers);
  EXPECT_EQ(too_much->problems.at(0).error.key, "too_much");
}

TEST(ParametersCsv, asks_for_its_columns) {
  EXPECT_EQ(read_parameters_csv("parameter,value\n", only_waivers).error().key, "csv.column_missing");
}

}  // namespace wegwijzer
