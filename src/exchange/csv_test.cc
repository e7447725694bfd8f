// SPDX-License-Identifier: EUPL-1.2
#include "exchange/csv.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "exchange/table.h"

namespace wegwijzer {

namespace {

using namespace std::string_view_literals;
using testing::ElementsAre;
using testing::SizeIs;
using Cells1 = std::vector<std::string>;

std::vector<CsvRow> rows_of(std::string_view bytes) {
  auto reader = CsvReader::open(bytes);
  EXPECT_TRUE(reader);
  std::vector<CsvRow> rows;
  while (auto row = reader->next()) rows.push_back(*row);
  EXPECT_TRUE(reader->take_problems().empty());
  return rows;
}

std::string key_of(std::string_view bytes) {
  auto const reader = CsvReader::open(bytes);
  return reader ? "" : reader.error().key;
}

}  // namespace

TEST(Csv, finds_semicolon_comma_and_tab_by_itself) {
  for (auto const* text : {"a;b,c;d\n1;2;3\n", "a,\"b,c\",d\n1,2,3\n", "a\tb,c\td\n1\t2\t3\n"}) {
    EXPECT_THAT(rows_of(text)[1].cells, ElementsAre("1", "2", "3"));
  }
}

TEST(Csv, obeys_a_first_line_that_names_the_separator) {
  auto const rows = rows_of("sep=,\r\na;b,c\r\n");
  ASSERT_THAT(rows, SizeIs(1));
  EXPECT_EQ(rows[0].line, 2U);
  EXPECT_THAT(rows[0].cells, ElementsAre("a;b", "c"));
}

TEST(Csv, reads_the_encodings_of_spreadsheets) {
  auto const expected = ElementsAre("café", "€");
  EXPECT_THAT(rows_of("\xef\xbb\xbf"
                      "café;€")[0]
                  .cells,
              expected);
  EXPECT_THAT(rows_of("caf\xe9;\x80")[0].cells, expected);
  EXPECT_THAT(rows_of("\xff\xfe"
                      "c\0a\0f\0\xe9\0;\0\xac\x20"sv)[0]
                  .cells,
              expected);
  EXPECT_THAT(rows_of("c\0a\0f\0\xe9\0;\0\xac\x20"sv)[0].cells, expected);
}

TEST(Csv, keeps_quotes_breaks_and_separators_inside_quotes) {
  auto const rows = rows_of("a;b\r\n\"x;\"\"y\"\"\r\nz\";2\r\n3;4\r\n");
  ASSERT_THAT(rows, SizeIs(3));
  EXPECT_THAT(rows[1].cells, ElementsAre("x;\"y\"\r\nz", "2"));
  EXPECT_EQ(rows[2].line, 4U);
}

TEST(Csv, passes_over_empty_rows_but_counts_their_lines) {
  auto const rows = rows_of("a;b\n;\n\n1;2\n");
  ASSERT_THAT(rows, SizeIs(2));
  EXPECT_EQ(rows[1].line, 4U);
}

TEST(Csv, goes_on_after_a_quote_that_is_never_closed) {
  auto reader = CsvReader::open("a;b\n\"1;2\n3;4\n");
  EXPECT_EQ(reader->next()->line, 1U);
  EXPECT_THAT(reader->next()->cells, ElementsAre("3", "4"));
  auto const problems = reader->take_problems();
  ASSERT_THAT(problems, SizeIs(1));
  EXPECT_EQ(problems[0].line, 2U);
  EXPECT_EQ(problems[0].error.key, "csv.quote_not_closed");
}

TEST(Csv, refuses_what_is_no_text) {
  EXPECT_EQ(key_of("PK\x03\x04rest"), "file.is_spreadsheet");
  EXPECT_EQ(key_of(" \n"), "file.empty");
  EXPECT_EQ(key_of("abcdefgh\0i"sv), "file.not_text");
  EXPECT_EQ(key_of("\xef\xbb\xbf"
                   "caf\xe9"),
            "file.encoding_mixed");
}

TEST(Csv, reports_rows_beyond_the_limits_and_gives_up_in_the_end) {
  auto reader = CsvReader::open("a;b;c\n1\n2\n1;2;3\n1;2;3\n", {.columns = 2, .problems = 2});
  EXPECT_THAT(reader->next()->cells, ElementsAre("1"));
  EXPECT_THAT(reader->next()->cells, ElementsAre("2"));
  EXPECT_FALSE(reader->next());
  EXPECT_EQ(reader->take_problems().back().error.key, "csv.gave_up");
}

TEST(Csv, guards_against_formulas_and_takes_the_guard_away) {
  EXPECT_EQ(csv_line({"=1+1", "-3,5", "'=x", "+31 15"}), "'=1+1;-3,5;''=x;'+31 15\r\n");
  EXPECT_THAT(rows_of("a;b;c;d\r\n'=1+1;-3,5;''=x;'s avonds")[1].cells,
              ElementsAre("=1+1", "-3,5", "'=x", "'s avonds"));
}

RC_GTEST_PROP(Csv, gives_back_every_text_that_it_wrote, (std::vector<std::string> cells)) {
  for (auto& cell : cells) std::erase_if(cell, [](char c) { return c == '\0' || (c & 0x80); });
  cells.insert(cells.begin(), "x");
  auto const rows = rows_of("h;i\r\n" + csv_line(cells));
  RC_ASSERT(rows.size() == 2U);
  RC_ASSERT(rows[1].cells == cells);
}

TEST(Table, finds_columns_by_folded_heading_and_synonym) {
  auto table = Table::open("E-MAIL ; Náám\nx; Jan \n", {{"naam", {}, true}, {"e-mail"}, {"plaats"}});
  auto const cells = table->next();
  EXPECT_EQ((*cells)["naam"], "Jan");
  EXPECT_EQ((*cells)["e-mail"], "x");
  EXPECT_EQ((*cells)["plaats"], "");
}

TEST(Table, says_which_required_column_is_missing_and_which_is_not_used) {
  EXPECT_EQ(Table::open("a;b\n", {{"naam", {}, true}}).error().key, "csv.column_missing");
  auto table = Table::open("naam;plats;zzz\n", {{"naam", {}, true}, {"plaats"}}, OtherColumns::reported);
  auto const problems = table->take_problems();
  ASSERT_THAT(problems, SizeIs(2));
  EXPECT_EQ(problems[0].error.key, "csv.column_looks_like");
  EXPECT_EQ(problems[1].error.key, "csv.column_not_used");
}

}  // namespace wegwijzer
