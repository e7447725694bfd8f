// SPDX-License-Identifier: EUPL-1.2
#include "exchange/vocabulary_csv.h"

#include <gmock/gmock.h>

#include <set>

#include "base/words.h"
#include "kit/embedded_words.h"

namespace wegwijzer {

namespace {}  // namespace

TEST(VocabularyCsv, comes_with_the_program_without_a_fault) {
  EXPECT_GT(words().themes.size(), 70U);
  EXPECT_GT(words().funds.size(), 5U);
  EXPECT_GT(words().venue_kinds.size(), 50U);
  EXPECT_TRUE(related(words().themes, *ThemeCode::parse("wnt"), *ThemeCode::parse("robotics")));
}

TEST(VocabularyCsv, calls_each_thing_by_one_name_that_a_list_with_commas_can_hold) {
  auto const check_names = [](auto const& list) {
    std::set<std::string> seen;
    for (auto const& word : list) {
      EXPECT_TRUE(seen.insert(folded(word.names.dutch)).second) << word.names.dutch;
      EXPECT_EQ(word.names.dutch.find_first_of(",;"), std::string::npos) << word.names.dutch;
    }
  };
  check_names(words().themes);
  check_names(words().funds);
  check_names(words().languages);
}

TEST(VocabularyCsv, knows_each_synonym_once_and_never_for_itself) {
  EXPECT_GT(words().synonyms.size(), 200U);
  std::set<std::string> seen;
  for (auto const& synonym : words().synonyms) {
    EXPECT_TRUE(seen.insert(folded(synonym.words)).second) << synonym.words;
    EXPECT_FALSE(synonym.means.empty()) << synonym.words;
    for (auto const& meaning : synonym.means) EXPECT_NE(folded(meaning), folded(synonym.words));
  }
}

TEST(VocabularyCsv, knows_the_summer_of_every_region_that_was_verified) {
  auto const summer_2028 = Holidays(words().holidays, HolidayRegion::south);
  EXPECT_TRUE(summer_2028.contains(date(2028, 7, 22)));
  EXPECT_FALSE(summer_2028.contains(date(2028, 7, 21)));
}

TEST(VocabularyCsv, knows_every_school_holiday_of_every_region) {
  auto const periods = read_embedded_vocabulary().holidays;
  for (auto const region : {HolidayRegion::north, HolidayRegion::middle, HolidayRegion::south}) {
    for (int year = 2025; year < 2028; ++year) {
      // A school year begins in the summer holiday of the year before: 5 periods from September to September.
      auto const in_year = std::ranges::count_if(periods, [&](HolidayPeriod const& period) {
        return period.region == region && period.first >= date(year, 9, 6) &&
               period.first < date(year + 1, 9, 6);
      });
      EXPECT_EQ(in_year, 5) << text(region) << " " << year;
    }
  }
}

TEST(VocabularyCsv, finds_a_theme_by_either_name_or_code_and_suggests_the_nearest) {
  EXPECT_EQ(read_theme(words(), "Robotica")->text(), "robotics");
  EXPECT_EQ(read_theme(words(), "robotics")->text(), "robotics");
  EXPECT_EQ(read_theme(words(), "Stars and space")->text(), "astronomy");
  EXPECT_EQ(dutch_name(words(), *read_theme(words(), "film")), "Film en animatie");
  auto const wrong = read_theme(words(), "robotika").error();
  EXPECT_EQ(wrong.key, "cell.theme_unknown_nearest");
  EXPECT_EQ(wrong.arguments[1].value, "Robotica");
  EXPECT_EQ(read_theme(words(), "qqqqqqqq").error().key, "cell.theme_unknown");
}

TEST(VocabularyCsv, refuses_a_theme_below_one_that_is_not_there) {
  auto const import = read_themes("code;above;nl;en\na;;A;A\nb;c;B;B\na;;A2;A2\n");
  ASSERT_EQ(import->problems.size(), 2U);
  EXPECT_EQ(import->problems[0].error.key, "vocabulary.above_unknown");
  EXPECT_EQ(import->problems[1].error.key, "vocabulary.code_twice");
}

}  // namespace wegwijzer
