// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/moments.h"

namespace wegwijzer {

namespace {

// docs/parameters.md, "Opportunity".
constexpr std::chrono::days looked_ahead{91};
constexpr std::chrono::days four_weeks{28};
constexpr TimeOfDay school_ends{14 * 60};
constexpr TimeOfDay school_ends_on_wednesday{12 * 60};
constexpr TimeOfDay evening_begins{17 * 60 + 30};

DayPart part_of(Occurrence const& moment, Holidays const& holidays) {
  if (holidays.contains(moment.day)) return DayPart::holidays;
  auto const day = weekday(moment.day);
  if (day == std::chrono::Saturday || day == std::chrono::Sunday) return DayPart::weekend;
  auto const ends = day == std::chrono::Wednesday ? school_ends_on_wednesday : school_ends;
  if (moment.hours.from < ends) return DayPart::school_hours;
  return moment.hours.from < evening_begins ? DayPart::afternoon : DayPart::evening;
}

}  // namespace

Moments moments_of(Schedule const& schedule, Holidays const& holidays, Date today) {
  Moments moments;
  double all = 0;
  for (auto const& moment :
       occurrences(schedule, holidays, today, today + looked_ahead - std::chrono::days(1))) {
    auto const part = static_cast<unsigned>(part_of(moment, holidays));
    moments.parts = static_cast<std::uint8_t>(moments.parts | 1U << part);
    ++all;
  }
  moments.in_four_weeks = all * four_weeks / looked_ahead;
  return moments;
}

}  // namespace wegwijzer
