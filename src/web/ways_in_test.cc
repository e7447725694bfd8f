// SPDX-License-Identifier: EUPL-1.2
// The children's and the teachers' way in, as they press through them.
#include <gtest/gtest.h>

#include <regex>

#include "kit/drawn_atlas.h"
#include "kit/temporary_folder.h"
#include "storage/sqlite_store.h"
#include "web/site.h"

namespace wegwijzer::web {

class WaysInTest : public testing::Test {
 protected:
  http::Response ask(std::string const& path, std::string const& query = "") {
    auto const atlas = std::make_shared<Atlas const>(draft_.atlas());
    Site const site([&] { return atlas; }, *store_, clock_);
    http::Request request;
    request.path = *http::Path::parse(path);
    request.query = *http::Parameters::parse(query);
    return site.answer(request);
  }

  std::string text(std::string const& path, std::string const& query = "") {
    return std::string(ask(path, query).body.bytes());
  }

  // Where a tile with this label leads: path, then query.
  std::pair<std::string, std::string> tile(std::string const& page, std::string const& label) {
    std::regex const link("<a class=\"tile[^\"]*\" href=\"([^\"?]*)\\?([^\"]*)\">((?!</a>)[\\s\\S])*<b>" +
                          label + "</b>");
    std::smatch found;
    if (!std::regex_search(page, found, link)) return {};
    return {found[1], std::regex_replace(found[2].str(), std::regex("&amp;"), "&")};
  }

  AtlasDraft draft_{"H---A---B"};
  TemporaryFolder folder_;
  FixedClock clock_;
  CountingIds ids_;
  std::unique_ptr<Store> store_ = *open_store(folder_.path("s"), IfMissing::create, clock_, ids_);
};

TEST_F(WaysInTest, a_child_presses_twice_and_says_where_it_lives_or_not) {
  draft_.add(draft_.an_offering_at('A').titled("Muziek maken").about("music").for_ages(8, 12));
  auto const [ages_path, ages_query] = tile(text("/children"), "music");
  auto const [home_path, home_query] = tile(text(ages_path, ages_query), "9");
  auto const where = text(home_path, home_query);
  EXPECT_NE(where.find("Waar woon je?"), std::string::npos);
  EXPECT_NE(where.find("name=\"theme\" value=\"music\""), std::string::npos);
  EXPECT_NE(where.find("name=\"age\" value=\"9\""), std::string::npos);
  auto const answer = text("/children", home_query + "&anywhere=1");
  EXPECT_NE(answer.find("Muziek maken"), std::string::npos);
}

TEST_F(WaysInTest, a_child_never_comes_to_a_dead_end) {
  auto const answer = text("/children", "theme=music&age=9&anywhere=1");  // there is nothing at all
  EXPECT_NE(answer.find("Hier hebben we nog niets gevonden"), std::string::npos);
  EXPECT_NE(answer.find("Vraag het aan iemand"), std::string::npos);
  EXPECT_NE(answer.find("Iets anders kiezen"), std::string::npos);
  auto const wrong = text("/children", "theme=music&age=9&where=Nergensland");
  EXPECT_NE(wrong.find("We kennen ‘Nergensland’ niet"), std::string::npos);
  EXPECT_NE(wrong.find("Sla over"), std::string::npos);
  EXPECT_EQ(ask("/children", "age=negen").status, 400);
}

TEST_F(WaysInTest, nothing_is_called_near_for_a_home_without_streets) {
  draft_.add(draft_.an_offering_at('A').titled("Muziek maken").about("music").for_ages(8, 12));
  auto const answer = text("/children", "theme=music&age=9&near=10,10");
  EXPECT_NE(answer.find("Muziek maken"), std::string::npos);
  EXPECT_EQ(answer.find("Dicht bij jou"), std::string::npos);
  EXPECT_NE(answer.find("kennen we de straten nog niet"), std::string::npos);
  auto const near = text("/children", "theme=music&age=9&near=" + wegwijzer::text(draft_.at('H')));
  EXPECT_NE(near.find("Dicht bij jou"), std::string::npos);
}

TEST_F(WaysInTest, another_language_keeps_what_was_told) {
  EXPECT_NE(text("/children", "surprise=1&age=9").find("/en/children?age=9&amp;surprise=1"),
            std::string::npos);
  EXPECT_NE(text("/teachers", "group=3&theme=music").find("/en/teachers?theme=music&amp;group=3"),
            std::string::npos);
}

TEST_F(WaysInTest, a_teacher_sees_lessons_with_what_comes_after) {
  draft_.add_venue_of_kind('H', "school", "De Regenboog");
  Offering lesson = draft_.an_offering_at('A').titled("Robotles").at_stage(Stage::introduce);
  lesson.school_time = SchoolTime::in_school;
  lesson.groups = SchoolGroups{5, 8};
  draft_.add(lesson);
  draft_.add(draft_.an_offering_at('B').titled("Robotclub").at_stage(Stage::belong).for_ages(8, 12));
  auto const page = text("/teachers", "group=6&at=regenboog");
  EXPECT_NE(page.find("1 les onder schooltijd"), std::string::npos);
  EXPECT_NE(page.find("Robotles"), std::string::npos);
  EXPECT_NE(page.find("Robotclub"), std::string::npos);
  EXPECT_NE(page.find("vanaf De Regenboog"), std::string::npos);
  EXPECT_EQ(text("/teachers", "group=1").find("Robotles"), std::string::npos);
}

TEST_F(WaysInTest, a_teacher_pages_through_kits_and_stays_where_the_lessons_are) {
  for (int i = 0; i < 13; ++i) {  // one more than stands on a page
    Offering kit = draft_.an_offering_at('A').titled("Leskist " + std::string(1, static_cast<char>('A' + i)));
    kit.kind = OfferingKind::lesson_kit;
    draft_.add(kit);
  }
  auto const cards = [](std::string const& page) {
    std::size_t count = 0;
    for (auto at = page.find("Leskist "); at != page.npos; at = page.find("Leskist ", at + 1)) ++count;
    return count;
  };
  auto const first = text("/teachers"), second = text("/teachers", "kitsPage=2");
  EXPECT_EQ(cards(first), 12U);
  EXPECT_EQ(cards(second), 1U);
  EXPECT_NE(first.find(R"(href="/teachers?kitsPage=2#kits")"), std::string::npos);
  EXPECT_NE(text("/teachers", "page=3").find("/teachers?page=3&amp;kitsPage=2#kits"), std::string::npos);
  EXPECT_EQ(ask("/teachers", "kitsPage=0").status, 400);
}

TEST_F(WaysInTest, a_teacher_is_told_what_is_wrong) {
  draft_.add_venue_of_kind('H', "school", "De Regenboog");
  draft_.add_venue_of_kind('A', "school", "De Regenwulp");
  EXPECT_NE(text("/teachers", "at=Montessori").find("We kennen geen school met de naam ‘Montessori’"),
            std::string::npos);
  EXPECT_NE(text("/teachers", "at=regen").find("Welke school bedoelt u?"), std::string::npos);
  EXPECT_EQ(ask("/teachers", "group=9").status, 400);
  EXPECT_NE(text("/teachers", "group=9").find("‘9’ is geen groep"), std::string::npos);
}

}  // namespace wegwijzer::web
