// SPDX-License-Identifier: EUPL-1.2
#include "domain/public_holidays.h"

#include <gtest/gtest.h>

#include <vector>

namespace wegwijzer {

// Dates of rijksoverheid.nl, and the earliest and latest Easter there can be (22 March 1818, 25 April 1943
// and 2038).
TEST(PublicHolidays, begin_with_easter) {
  EXPECT_EQ(easter_of(1818), date(1818, 3, 22));
  EXPECT_EQ(easter_of(1943), date(1943, 4, 25));
  EXPECT_EQ(easter_of(2008), date(2008, 3, 23));
  EXPECT_EQ(easter_of(2024), date(2024, 3, 31));
  EXPECT_EQ(easter_of(2025), date(2025, 4, 20));
  EXPECT_EQ(easter_of(2026), date(2026, 4, 5));
  EXPECT_EQ(easter_of(2027), date(2027, 3, 28));
  EXPECT_EQ(easter_of(2038), date(2038, 4, 25));
}

TEST(PublicHolidays, of_2027_are_these) {
  std::vector<std::pair<Date, PublicHoliday>> found;
  for (auto day = date(2027, 1, 1); day <= date(2027, 12, 31); day += std::chrono::days(1)) {
    if (auto const holiday = public_holiday(day)) found.emplace_back(day, *holiday);
  }
  EXPECT_EQ(found, (std::vector<std::pair<Date, PublicHoliday>>{
                       {date(2027, 1, 1), PublicHoliday::new_year},
                       {date(2027, 3, 28), PublicHoliday::easter},
                       {date(2027, 3, 29), PublicHoliday::easter_monday},
                       {date(2027, 4, 27), PublicHoliday::kings_day},
                       {date(2027, 5, 5), PublicHoliday::liberation_day},
                       {date(2027, 5, 6), PublicHoliday::ascension},
                       {date(2027, 5, 16), PublicHoliday::whit_sunday},
                       {date(2027, 5, 17), PublicHoliday::whit_monday},
                       {date(2027, 12, 25), PublicHoliday::christmas},
                       {date(2027, 12, 26), PublicHoliday::second_christmas},
                   }));
}

TEST(PublicHolidays, of_the_king_are_never_on_a_sunday) {
  EXPECT_EQ(public_holiday(date(2025, 4, 26)), PublicHoliday::kings_day);
  EXPECT_EQ(public_holiday(date(2025, 4, 27)), std::nullopt);
  EXPECT_EQ(public_holiday(date(2026, 4, 27)), PublicHoliday::kings_day);
}

// In 2016 Ascension Day fell on 5 May.
TEST(PublicHolidays, that_fall_together_have_one_name) {
  EXPECT_EQ(public_holiday(date(2016, 5, 5)), PublicHoliday::ascension);
}

}  // namespace wegwijzer
