// SPDX-License-Identifier: EUPL-1.2
#include "exchange/inquiries_csv.h"

#include <gmock/gmock.h>

#include "base/embedded.h"
#include "kit/embedded_words.h"

namespace wegwijzer {

namespace {

Import<InquiryRow> read_inquiries(std::string_view bytes) {
  return read_inquiries_csv(bytes, words(), date(2026, 11, 24)).value();
}

constexpr auto headings = "gevraagd aan;gebieden;thema's;leeftijd;antwoord;gevraagd op\n";

}  // namespace

TEST(InquiriesCsv, reads_what_the_template_says) {
  auto const import = read_inquiries(embedded_file(assets_files(), "templates/navraag.csv"));
  EXPECT_TRUE(import.problems.empty());
  ASSERT_EQ(import.rows.size(), 3U);
  auto const& first = import.rows[0];
  EXPECT_EQ(first.inquiry.source, "csv:inquiry/n-1");
  EXPECT_THAT(first.areas, testing::ElementsAre("BU05031203", "WK050312"));
  EXPECT_EQ(first.inquiry.themes.size(), 2U);
  EXPECT_EQ(first.inquiry.ages, (AgeRange{4, 12}));
  EXPECT_EQ(first.inquiry.answer, InquiryAnswer::none);
  EXPECT_EQ(first.inquiry.confirmed_on, date(2026, 9, 1));
  EXPECT_TRUE(import.rows[1].areas.empty() && import.rows[1].asked.empty());
  EXPECT_EQ(import.rows[1].inquiry.answer, InquiryAnswer::some);
  EXPECT_TRUE(import.rows[2].inquiry.themes.empty());
  EXPECT_FALSE(import.rows[2].answered);
}

TEST(InquiriesCsv, an_answer_says_of_what_of_whom_and_when) {
  auto const import = read_inquiries(std::string(headings) +
                                     "Bieb;;Natuur;8;niets;1-9-2026\n"
                                     "Bieb;overal;;8;niets;1-9-2026\n"
                                     "Bieb;overal;Natuur;;misschien;\n"
                                     "Bieb;overal;Natuur;8;;1-12-2026\n");
  EXPECT_TRUE(import.rows.empty());
  std::vector<std::string> found;
  for (auto const& problem : import.problems) {
    found.push_back(std::to_string(problem.line) + " " + problem.place + " " + problem.error.key);
  }
  EXPECT_THAT(found, testing::ElementsAre("2 gebieden cell.missing", "3 thema's cell.missing",
                                          "4 leeftijd cell.missing", "4 antwoord cell.choice",
                                          "4 gevraagd op cell.missing", "5 antwoord cell.missing",
                                          "5 gevraagd op cell.in_the_future"));
}

TEST(InquiriesCsv, the_same_question_to_the_same_party_is_the_same_inquiry) {
  auto const import = read_inquiries(std::string(headings) +
                                     "Bieb;Hofbuurt (BU05031203);Natuur;8-12 jaar;niets;1-9-2026\n"
                                     "Museum;Hofbuurt (BU05031203);Natuur;8-12 jaar;niets;1-9-2026\n"
                                     "bieb;BU05031203;natuur;8 tot en met 12;iets;2-9-2026\n");
  EXPECT_EQ(import.rows.size(), 2U);
  ASSERT_EQ(import.problems.size(), 1U);
  EXPECT_EQ(import.problems[0].line, 4U);
  EXPECT_EQ(import.problems[0].error.key, "cell.inquiry_twice");
}

TEST(InquiriesCsv, may_name_all_buurten_of_a_large_city) {
  std::string areas;
  for (int i = 1'000; i < 1'500; ++i)
    areas += "Buurt " + std::to_string(i) + " (BU0363" + std::to_string(i) + "), ";
  auto const import = read_inquiries(std::string(headings) + "Bieb;" + areas + ";Natuur;8;niets;1-9-2026\n");
  EXPECT_TRUE(import.problems.empty());
  ASSERT_EQ(import.rows.size(), 1U);
  EXPECT_EQ(import.rows[0].areas.size(), 500U);
}

TEST(InquiriesCsv, gives_back_what_it_wrote) {
  auto const first = read_inquiries(embedded_file(assets_files(), "templates/navraag.csv")).rows;
  auto const again = read_inquiries(write_inquiries_csv(first, words()));
  EXPECT_TRUE(again.problems.empty());
  ASSERT_EQ(again.rows.size(), first.size());
  for (std::size_t i = 0; i < first.size(); ++i) {
    EXPECT_EQ(again.rows[i].inquiry, first[i].inquiry);
    EXPECT_EQ(again.rows[i].areas, first[i].areas);
    EXPECT_EQ(again.rows[i].asked, first[i].asked);
    EXPECT_EQ(again.rows[i].answered, first[i].answered);
  }
}

TEST(InquiriesCsv, an_area_is_known_by_its_code_whatever_its_name) {
  Area const area{*AreaCode::parse("BU05031203"), "Wijk 12, noord (oud)", {}, {}, {}, {}};
  EXPECT_EQ(said_area(area), "Wijk 12  noord (oud) (BU05031203)");
  EXPECT_EQ(said_code(said_area(area)), area.code);
  EXPECT_EQ(said_code("Centrum"), std::nullopt);
  EXPECT_EQ(said_code("Centrum (oud)"), std::nullopt);
}

}  // namespace wegwijzer
