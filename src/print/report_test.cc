// SPDX-License-Identifier: EUPL-1.2
// What poppler, a reader that is not ours, finds in the PDF.
#include "print/report.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "kit/printed_words.h"
#include "kit/said_by.h"
#include "kit/temporary_folder.h"

namespace wegwijzer::print {

namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string repeated(std::string const& words, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += (i > 0 ? " " : "") + words;
  return out;
}

// How long everything is: the words of a report, and how often each is said.
struct Words {
  std::string language = "nl";
  bool right_to_left = false;
  std::string name = "Robotclub";
  std::string sentence = "Dat komt vooral door de afstand.";
  int times = 1;

  std::string some(int number) const { return repeated(name, times) + " " + std::to_string(number); }

  // Sentences are ours, and longer than these nowhere.
  std::string said() const { return repeated(sentence, std::min(times, 4)); }
};

Table a_table(Words const& words, std::size_t columns, int rows) {
  Table table{words.said(), {{"Activiteit"}}, {}};
  while (table.columns.size() < columns) table.columns.push_back({"Kan verder"});
  for (int i = 1; i <= rows; ++i) {
    auto& row = table.rows.emplace_back(std::vector<std::string>(columns, "0,12"));
    row.front() = words.some(i);
  }
  return table;
}

BarChart a_chart(Words const& words, int rows) {
  BarChart chart{words.said(), {}, 1};
  for (int i = 1; i <= rows; ++i) chart.rows.push_back({words.some(i), 0.1 * i, "10%", i == 2});
  return chart;
}

ReportChanges changes(Words const& words) {
  ReportChanges out;
  for (int i = 1; i <= 5; ++i) out.push_back({words.some(i), words.some(i), words.said(), "+0,12"});
  return out;
}

Report a_report(Words const& words = {}) {
  Report out;
  out.language = words.language;
  out.right_to_left = words.right_to_left;
  out.title = "Kansen in " + repeated("Waterveen-Noord", words.times);
  out.for_whom = words.said();
  out.how_many = "Er wonen hier 50 kinderen.";
  out.notice = words.said();
  out.answer = words.said();
  out.explanation = words.said();
  out.pages[0] = {"Bladzijde 1 van 2",
                  {{{"Trechter", {words.said()}, a_chart(words, 6)},
                    ReportSection{"Waarom?", {words.said()}, a_chart(words, 5)}},
                   {{"Wat helpt?", {words.said()}, changes(words)}},
                   {{"", {}, a_chart(words, 10), 5}}}};
  out.pages[1] = {
      "Bladzijde 2 van 2",
      {{{"Drempels", {words.said()}, a_table(words, 6, 6)}},
       {{"Verder", {words.said(), words.said()}, {}}, ReportSection{"", {}, a_table(words, 3, 8), 3}, 0.4},
       {{"Raket", {words.said()}, a_table(words, 5, 12)},
        ReportSection{"Vakken", {}, a_chart(words, 12)},
        0.58},
       {{"Erachter", {words.said()}, a_table(words, 6, 14), 3}}}};
  out.more_title = "Alles staat op:";
  out.more =
      WayTo{"https://wegwijzer.example/opportunity/BU05031203", "wegwijzer.example/opportunity/BU05031203"};
  out.closing = {"Gemaakt op zaterdag.", "Het laatste woord."};
  out.made_at = instant(date(2026, 11, 28), {});
  return out;
}

Words long_dutch() {
  return {.name = "Natuurwetenschappelijke onderzoeksclub",
          .sentence = "Er is te weinig in de buurt.",
          .times = 6};
}

class ReportTest : public testing::Test {
 protected:
  std::string file(Report const& drawn) {
    return written(folder_.path("report.pdf"), report(drawn).pdf).string();
  }

  std::string text(Report const& drawn) { return said_by("pdftotext -raw " + file(drawn) + " -"); }

  std::string about(Report const& drawn, std::string const& option = "") {
    return said_by("pdfinfo " + option + " " + file(drawn) + " 2>&1");
  }

  // A printer reaches all but some 5 millimetres.
  std::vector<std::string> outside(Report const& drawn) {
    return written_outside(printed_words(file(drawn)), 25, page_width, page_height);
  }

  TemporaryFolder folder_;
};

}  // namespace

TEST_F(ReportTest, says_all_in_the_order_in_which_one_reads) {
  auto const found = text(a_report());
  std::size_t at = 0;
  for (auto const* part :
       {"Kansen in Waterveen-Noord", "Trechter", "Waarom?", "Wat helpt?", "Robotclub 1", "+0,12",
        "Bladzijde 1 van 2", "Kansen in Waterveen-Noord", "Drempels", "Verder", "Raket", "Vakken", "Erachter",
        "Alles staat op:", "wegwijzer.example/opportunity/BU05031203", "Het laatste woord."}) {
    auto const next = found.find(part, at);
    ASSERT_NE(next, std::string::npos) << part << "\n" << found;
    at = next;
  }
}

TEST_F(ReportTest, is_two_pages_of_a4_however_long_its_words) {
  auto arabic = long_dutch();
  arabic.language = "ar";
  arabic.right_to_left = true;
  arabic.sentence = "القليل موجود بالقرب، أو الأماكن قليلة.";
  for (auto const& words : {Words(), long_dutch(), arabic}) {
    auto const drawn = a_report(words);
    EXPECT_THAT(about(drawn), AllOf(HasSubstr("Pages:           2\n"), HasSubstr("(A4)")));
    EXPECT_EQ(outside(drawn), std::vector<std::string>()) << words.language;
    EXPECT_THAT(text(drawn), HasSubstr("Het laatste woord.")) << words.language;
  }
}

TEST_F(ReportTest, writes_no_word_over_another) {
  for (auto const& words : {Words(), long_dutch()}) {
    EXPECT_EQ(written_over_another(printed_words(file(a_report(words)))), std::vector<std::string>());
  }
}

TEST_F(ReportTest, leaves_out_the_last_rows_where_there_is_no_room_and_no_more_than_it_may) {
  auto many = a_report();
  many.pages[1].bands.back().first.shown = a_table({.name = "Erachter"}, 6, 200);
  auto const found = text(many);
  EXPECT_THAT(found, AllOf(HasSubstr("Erachter 3 "), Not(HasSubstr("Erachter 200"))));
  for (int i = 1; i <= 12; ++i) EXPECT_THAT(found, HasSubstr("Robotclub " + std::to_string(i)));
  EXPECT_EQ(outside(many), std::vector<std::string>());
}

TEST_F(ReportTest, tells_a_screen_reader_what_is_a_head_a_list_and_a_table) {
  EXPECT_THAT(about(a_report()), AllOf(HasSubstr("Title:           Kansen in Waterveen-Noord"),
                                       HasSubstr("Tagged:          yes"), Not(HasSubstr("Error"))));
  auto const tags = about(a_report(), "-struct");
  for (auto const* tag :
       {"Document", "H1", "H2", "Sect", "LI", "Table", "Caption", "TR", "TH", "TD", "Link"}) {
    EXPECT_THAT(tags, HasSubstr(tag));
  }
  EXPECT_THAT(report(a_report()).pdf, HasSubstr("/Lang (nl)"));
}

TEST_F(ReportTest, leads_to_its_page_by_a_code_and_an_address) {
  auto drawn = a_report();
  auto const picture = folder_.path("page").string();
  said_by("pdftoppm -r 200 -f 2 -l 2 -singlefile -gray " + file(drawn) + " " + picture);
  EXPECT_THAT(said_by("zbarimg --nodbus --quiet --raw --set disable --set qrcode.enable " + picture + ".pgm"),
              HasSubstr(drawn.more->address));
  EXPECT_THAT(about(drawn, "-url"), HasSubstr(drawn.more->address));
  drawn.more.reset();
  EXPECT_THAT(text(drawn), AllOf(Not(HasSubstr("wegwijzer.example")), Not(HasSubstr("Alles staat op:"))));
}

TEST_F(ReportTest, is_the_same_bytes_for_the_same_words) {
  EXPECT_EQ(report(a_report()).pdf, report(a_report()).pdf);
}

}  // namespace wegwijzer::print
