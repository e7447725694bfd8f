// SPDX-License-Identifier: EUPL-1.2
#include "domain/public_holidays.h"

namespace wegwijzer {

namespace {

// Days after Easter.
std::optional<PublicHoliday> moves_with_easter(std::chrono::days after) {
  switch (after.count()) {
    case 0:
      return PublicHoliday::easter;
    case 1:
      return PublicHoliday::easter_monday;
    case 39:
      return PublicHoliday::ascension;
    case 49:
      return PublicHoliday::whit_sunday;
    case 50:
      return PublicHoliday::whit_monday;
    default:
      return std::nullopt;
  }
}

// The birthday of the king, 27 April; on a Sunday it is kept the day before.
Date kings_day_of(int year) {
  auto const birthday = date(year, 4, 27);
  return weekday(birthday) == std::chrono::Sunday ? birthday - std::chrono::days(1) : birthday;
}

}  // namespace

// J. Meeus, Astronomical Algorithms (1991), chapter 8, which gives it for every Gregorian year (first printed
// anonymously in Nature, 20 April 1876). The letters are his.
Date easter_of(int year) {
  int const a = year % 19, b = year / 100, c = year % 100;
  int const d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  int const h = (19 * a + b - d - g + 15) % 30;
  int const i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
  int const m = (a + 11 * h + 22 * l) / 451;
  int const n = h + l - 7 * m + 114;
  return date(year, static_cast<unsigned>(n / 31), static_cast<unsigned>(n % 31 + 1));
}

std::optional<PublicHoliday> public_holiday(Date day) {
  auto const year = static_cast<int>(std::chrono::year_month_day(day).year());
  if (auto const moving = moves_with_easter(day - easter_of(year))) return moving;
  if (day == date(year, 1, 1)) return PublicHoliday::new_year;
  if (day == kings_day_of(year)) return PublicHoliday::kings_day;
  if (day == date(year, 5, 5)) return PublicHoliday::liberation_day;
  if (day == date(year, 12, 25)) return PublicHoliday::christmas;
  if (day == date(year, 12, 26)) return PublicHoliday::second_christmas;
  return std::nullopt;
}

}  // namespace wegwijzer
