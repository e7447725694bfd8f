// SPDX-License-Identifier: EUPL-1.2
#include "exchange/figures_csv.h"

#include <gtest/gtest.h>

#include <limits>

#include "exchange/draws_csv.h"
#include "exchange/funnel_csv.h"

namespace wegwijzer {

TEST(FiguresCsv, is_read_as_it_is_written) {
  std::vector<FigureRow> const rows{
      {"gini", 1, "", 0.31, 0.27, 0.35},
      {"palma", 2, "", std::nullopt, 1.25, std::numeric_limits<double>::infinity()},
      {"gini_share", 1, "presence", -0.00000125, 0, std::nullopt},
      {"amount", 1, "BU05031203", as_written(2.0 / 3), std::nullopt, std::nullopt}};
  auto const text = write_figures_csv(rows);
  EXPECT_EQ(text,
            "indicator,version,of,value,low,high,note\r\n"
            "gini,1,,0.31,0.27,0.35,\r\n"
            "palma,2,,,1.25,,high has no end: something is divided by nothing\r\n"
            "gini_share,1,presence,-1.25e-06,0,,\r\n"
            "amount,1,BU05031203,0.666667,,,\r\n");
  auto const read = read_figures_csv(text).value();
  EXPECT_TRUE(read.problems.empty());
  EXPECT_EQ(read.rows, rows);
}

TEST(FiguresCsv, says_in_words_what_has_no_end) {
  constexpr auto no_end = std::numeric_limits<double>::infinity();
  EXPECT_EQ(note_of({"palma", 1, "", 2.0, no_end, no_end}),
            "low and high have no end: something is divided by nothing");
  EXPECT_EQ(note_of({"palma", 1, "", 2.0, 1.0, 3.0}), "");
}

TEST(FiguresCsv, reads_files_of_before_there_were_notes) {
  auto const read = read_figures_csv("indicator,version,of,value,low,high\npalma,1,,2,1.25,inf\n").value();
  EXPECT_TRUE(read.problems.empty());
  ASSERT_EQ(read.rows.size(), 1U);
  EXPECT_EQ(read.rows.front().high, std::numeric_limits<double>::infinity());
}

TEST(FiguresCsv, has_nothing_for_what_only_rounding_left) {
  EXPECT_EQ(as_written(-9.5e-18), 0);
  EXPECT_EQ(as_written(1.2345678e-9), 1.23457e-9);
}

TEST(FiguresCsv, says_which_cell_is_no_number) {
  auto const read = read_figures_csv(
                        "indicator,version,of,value,low,high\n"
                        "gini,0,,veel,,\n"
                        "mean,1,,2,nan,3\n"
                        "mean,1,,2,,1e999\n")
                        .value();
  EXPECT_TRUE(read.rows.empty());
  ASSERT_EQ(read.problems.size(), 4U);
  EXPECT_EQ(read.problems[0].place, "version");
  EXPECT_EQ(read.problems[1].place, "value");
  EXPECT_EQ(read.problems[2].place, "low");
  EXPECT_EQ(read.problems[3].place, "high");
  EXPECT_EQ(read_figures_csv("gini;1\n").error().key, "csv.column_missing");
}

TEST(FunnelCsv, is_read_as_it_is_written) {
  std::vector<FunnelRow> const rows{
      {*AreaCode::parse("BU05031203"), "9-foot-little-dutch", 2.5, {3, 1.5, 0.75, 0.5, 0.123456789}}};
  auto const text = write_funnel_csv(rows);
  EXPECT_EQ(text.substr(text.find('\n') + 1),
            "BU05031203,9-foot-little-dutch,2.5,3,1.5,0.75,0.5,0.123456789\r\n");
  auto const read = read_funnel_csv(text).value();
  EXPECT_TRUE(read.problems.empty());
  EXPECT_EQ(read.rows, rows);
}

TEST(FunnelCsv, has_nothing_below_zero) {
  auto const read = read_funnel_csv(
                        "area,profile,children,within_reach,known,welcome,possible,supported\n"
                        "BU05031203,9-foot-little-dutch,-1,1,1,1,1,1\n")
                        .value();
  EXPECT_TRUE(read.rows.empty());
  EXPECT_EQ(read.problems.at(0).place, "children");
}

TEST(DrawsCsv, gives_back_what_was_written) {
  std::vector<DrawnRow> const rows{{"mean", 1, "", {1.5, 2, std::numeric_limits<double>::infinity()}},
                                   {"lever_gini", 2, "price", {-1e-06, 0}}};
  auto const text = write_draws_csv(rows);
  EXPECT_EQ(text, "indicator,version,of,draws\r\nmean,1,,1.5 2 inf\r\nlever_gini,2,price,-1e-06 0\r\n");
  EXPECT_EQ(read_draws_csv(text)->rows, rows);
}

TEST(DrawsCsv, says_which_row_is_wrong) {
  auto const read = read_draws_csv("indicator,version,of,draws\nmean,1,,1 2\nmean,1,,1  2\nmean,0,,1\n");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->rows.size(), 1U);
  EXPECT_EQ(read->problems.size(), 2U);
}

}  // namespace wegwijzer
