// SPDX-License-Identifier: EUPL-1.2
#include "exchange/feedback_csv.h"

#include <gmock/gmock.h>

#include "base/embedded.h"
#include "kit/embedded_words.h"
#include "kit/published_child_tables.h"

namespace wegwijzer {

namespace {

Import<FeedbackRow> read_feedback(std::string_view bytes) {
  return read_feedback_csv(bytes).value();
}

constexpr auto feedback_headings = "organisatie;activiteit;van;tot en met;ja;niet helemaal\n";

std::vector<std::string> problems_of(std::string const& rows) {
  std::vector<std::string> found;
  for (auto const& problem : read_feedback(feedback_headings + rows).problems) {
    found.push_back(std::to_string(problem.line) + " " + problem.place + " " + problem.error.key);
  }
  return found;
}

// The numbers of a row are seen by nobody, so they go through the door: both answers, yes and not quite.
std::vector<disclosure::Shown> shown_of(FeedbackRow const& row) {
  disclosure::ChildTable table(disclosure::Classification({a_list("a", 2)}));
  EXPECT_TRUE(table.add({"a0"}, row.answers.value().yes));
  EXPECT_TRUE(table.add({"a1"}, row.answers.value().not_quite));
  std::vector<disclosure::Shown> shown;
  for (auto const& one : ChildTables().publish(table, "feedback", disclosure::Audience::partners)->rows()) {
    shown.push_back(one.children);
  }
  return shown;
}

}  // namespace

TEST(FeedbackCsv, reads_what_the_template_says) {
  auto const import = read_feedback(embedded_file(assets_files(), "templates/welkom.csv"));
  EXPECT_TRUE(import.problems.empty());
  ASSERT_EQ(import.rows.size(), 3U);
  EXPECT_EQ(import.rows[0].offering, "DV-1");
  EXPECT_EQ(shown_of(import.rows[0]), (std::vector<disclosure::Shown>{60, 50, 15})) << "48 and 14";
  EXPECT_EQ(import.rows[1].first, date(2026, 2, 1));
  EXPECT_EQ(import.rows[1].last, date(2026, 7, 31));
  EXPECT_EQ(import.rows[2].answers.has_value(), false);
}

TEST(FeedbackCsv, says_what_is_wrong_by_line_and_column) {
  EXPECT_THAT(
      problems_of("Bieb;Lezen;1-2-2026;31-7-2026;veel;3\n"
                  ";;1-2-2026;geen;4;-1\n"
                  "Bieb;Koken;1-2-2026;31-7-2026;4;\n"
                  "Bieb;Koken;31-7-2026;1-2-2026;4;1\n"),
      testing::ElementsAre("2 ja cell.count", "3 organisatie cell.missing", "3 activiteit cell.missing",
                           "3 tot en met date.invalid", "3 niet helemaal cell.count",
                           "4 niet helemaal cell.missing", "5 tot en met cell.period_backwards"));
}

TEST(FeedbackCsv, is_of_one_period_and_names_an_activity_once) {
  EXPECT_THAT(problems_of("Bieb;Lezen;1-2-2026;31-7-2026;40;13\n"
                          "Bieb;Koken;1-2-2026;30-6-2026;40;13\n"
                          "bieb;lezen;2026-02-01;2026-07-31;1;1\n"
                          "Museum;Lezen;1-2-2026;31-7-2026;40;13\n"),
              testing::ElementsAre("3 van cell.other_period", "4 activiteit cell.feedback_twice"));
}

}  // namespace wegwijzer
