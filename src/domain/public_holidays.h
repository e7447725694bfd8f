// SPDX-License-Identifier: EUPL-1.2
// The days on which the Netherlands is off: on such a day a lesson often does not take place.
#pragma once

#include <array>
#include <optional>

#include "base/time.h"
#include "domain/choice.h"

namespace wegwijzer {

enum class PublicHoliday {
  new_year,
  easter,
  easter_monday,
  kings_day,
  liberation_day,
  ascension,
  whit_sunday,
  whit_monday,
  christmas,
  second_christmas
};

template <>
inline constexpr std::array choices<PublicHoliday> = {
    std::pair{PublicHoliday::new_year, "new_year"},
    std::pair{PublicHoliday::easter, "easter"},
    std::pair{PublicHoliday::easter_monday, "easter_monday"},
    std::pair{PublicHoliday::kings_day, "kings_day"},
    std::pair{PublicHoliday::liberation_day, "liberation_day"},
    std::pair{PublicHoliday::ascension, "ascension"},
    std::pair{PublicHoliday::whit_sunday, "whit_sunday"},
    std::pair{PublicHoliday::whit_monday, "whit_monday"},
    std::pair{PublicHoliday::christmas, "christmas"},
    std::pair{PublicHoliday::second_christmas, "second_christmas"}};

// The Sunday of the Gregorian church calendar.
Date easter_of(int year);

// As the law counts them since 2014 (Algemene termijnenwet, article 3), and both Sundays. Good Friday is left
// out: schools and clubs mostly go on. Of two on one day the one that moves with Easter.
std::optional<PublicHoliday> public_holiday(Date day);

}  // namespace wegwijzer
