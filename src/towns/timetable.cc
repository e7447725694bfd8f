// SPDX-License-Identifier: EUPL-1.2
#include "towns/timetable.h"

namespace wegwijzer::towns {

namespace {

using std::chrono::days;
using std::chrono::weekday;

struct FreeTime {
  weekday day;
  int earliest;  // minutes since midnight
  int latest;
};

// When a child of primary school is free; Wednesday twice, since most clubs choose it.
constexpr std::array free_times{FreeTime{std::chrono::Monday, 15 * 60 + 30, 17 * 60},
                                FreeTime{std::chrono::Tuesday, 15 * 60 + 30, 17 * 60},
                                FreeTime{std::chrono::Wednesday, 13 * 60 + 30, 16 * 60},
                                FreeTime{std::chrono::Wednesday, 14 * 60, 16 * 60 + 30},
                                FreeTime{std::chrono::Thursday, 15 * 60 + 30, 17 * 60},
                                FreeTime{std::chrono::Friday, 15 * 60 + 15, 16 * 60 + 30},
                                FreeTime{std::chrono::Saturday, 9 * 60, 14 * 60},
                                FreeTime{std::chrono::Saturday, 10 * 60, 13 * 60},
                                FreeTime{std::chrono::Sunday, 11 * 60, 14 * 60}};

struct When {
  weekday day;
  Hours hours;
};

int quarter_hour(int minutes) {
  return minutes / 15 * 15;
}

When free_hours(int minutes, bool older, Random& random) {
  auto const& free = free_times[random.below(free_times.size())];
  auto from = quarter_hour(free.earliest + static_cast<int>(random.below(
                                               static_cast<std::uint64_t>(free.latest - free.earliest) + 1)));
  if (older && free.day != std::chrono::Saturday && free.day != std::chrono::Sunday && random.chance(0.5))
    from = 18 * 60 + 30;
  return {free.day, {{from}, {from + minutes}}};
}

Date first_on(weekday day, Date from) {
  return from + (day - wegwijzer::weekday(from));
}

int some(int from, int to, Random& random) {
  return from + static_cast<int>(random.below(static_cast<std::uint64_t>(to - from) + 1));
}

Repeat weekly(When when, InHolidays in_holidays) {
  Repeat repeat;
  repeat.days.add(when.day);
  repeat.hours = when.hours;
  repeat.in_holidays = in_holidays;
  return repeat;
}

Planned series(bool older, Date today, Random& random) {
  auto repeat = weekly(free_hours(75 + 15 * some(0, 2, random), older, random), InHolidays::not_then);
  auto const day = repeat.days.list().front();
  repeat.first = first_on(day, today + days(some(-20, 75, random)));
  repeat.last = *repeat.first + days(7 * some(5, 8, random));
  Planned planned{{{repeat}, {}, {}}, {}};
  if (*repeat.first > today + days(7) && random.chance(0.6))
    planned.deadline = *repeat.first - days(some(3, 7, random));
  return planned;
}

Planned club(bool older, Random& random) {
  auto when = free_hours(60 + 15 * some(0, 2, random), older, random);
  auto repeat = weekly(when, random.chance(0.85) ? InHolidays::not_then : InHolidays::also);
  if (random.chance(0.2)) repeat.rhythm = random.chance(0.5) ? Rhythm::even_weeks : Rhythm::odd_weeks;
  if (random.chance(0.18)) repeat.days.add(std::chrono::Saturday);
  return {{{repeat}, {}, {}}, {}};
}

Planned walk_in(Random& random) {
  auto repeat = weekly(free_hours(120 + 30 * some(0, 2, random), false, random), InHolidays::also);
  if (random.chance(0.3)) repeat.rhythm = random.chance(0.5) ? Rhythm::first : Rhythm::third;
  return {{{repeat}, {}, {}}, {}};
}

Planned single_days(int count, bool older, Date today, Random& random) {
  Planned planned;
  auto const when = free_hours(90 + 30 * some(0, 2, random), older, random);
  auto day = first_on(when.day, today + days(some(2, 60, random)));
  for (int i = 0; i < count; ++i, day += days(7 * some(1, 5, random)))
    planned.schedule.dates.push_back({day, when.hours});
  return planned;
}

Planned holiday_school(Random& random) {
  Repeat repeat;
  for (auto const day : {std::chrono::Tuesday, std::chrono::Wednesday, std::chrono::Thursday})
    repeat.days.add(day);
  if (random.chance(0.5)) repeat.days.add(std::chrono::Monday);
  repeat.hours = {{some(18, 20, random) * 30}, {some(28, 32, random) * 30}};
  repeat.in_holidays = InHolidays::only;
  return {{{repeat}, {}, {}}, {}};
}

}  // namespace

Planned plan_sessions(OfferingKind kind, std::optional<AgeRange> ages, Date today, Random& random) {
  auto const older = ages && ages->from >= 10;
  switch (kind) {
    case OfferingKind::series:
      return series(older, today, random);
    case OfferingKind::club:
      return club(older, random);
    case OfferingKind::walk_in:
      return walk_in(random);
    case OfferingKind::workshop:
      return single_days(some(1, 3, random), older, today, random);
    case OfferingKind::event:
      return single_days(1, older, today, random);
    case OfferingKind::holiday_school:
      return holiday_school(random);
    default:
      return {};
  }
}

}  // namespace wegwijzer::towns
