// SPDX-License-Identifier: EUPL-1.2
#include "towns/timetable.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kit/fictional_towns.h"

namespace wegwijzer::towns {

namespace {

constexpr std::array planned_kinds{OfferingKind::workshop, OfferingKind::series,
                                   OfferingKind::club,     OfferingKind::event,
                                   OfferingKind::walk_in,  OfferingKind::holiday_school};

Planned planned(OfferingKind kind, AgeRange ages, std::uint64_t chance) {
  Random random(chance);
  return plan_sessions(kind, ages, day_of_tests(), random);
}

// Schools end at 12:30 on Wednesday and from 14:00 to 15:15 on other days.
bool in_school_hours(std::chrono::weekday day, Hours const& hours) {
  if (day == std::chrono::Saturday || day == std::chrono::Sunday) return false;
  auto const end = day == std::chrono::Wednesday ? 12 * 60 + 30 : 15 * 60;
  return hours.from.minutes < end && hours.until.minutes > 8 * 60 + 15;
}

}  // namespace

RC_GTEST_PROP(Timetable, never_lies_in_school_hours, (std::uint64_t chance)) {
  for (auto const kind : planned_kinds) {
    auto const schedule = planned(kind, {6, 12}, chance).schedule;
    for (auto const& repeat : schedule.repeats) {
      if (repeat.in_holidays == InHolidays::only) continue;
      for (auto const day : repeat.days.list()) RC_ASSERT(!in_school_hours(day, repeat.hours));
    }
    for (auto const& one : schedule.dates) RC_ASSERT(!in_school_hours(weekday(one.day), one.hours));
  }
}

RC_GTEST_PROP(Timetable, can_be_said_and_read_again, (std::uint64_t chance)) {
  for (auto const kind : planned_kinds) {
    for (AgeRange const ages : {AgeRange{4, 8}, AgeRange{10, 14}}) {
      auto const schedule = planned(kind, ages, chance).schedule;
      auto const sentence = text(schedule);
      auto const read = Schedule::parse(sentence, day_of_tests());
      RC_LOG() << sentence << '\n';
      RC_ASSERT(read);
      RC_ASSERT(*read == schedule);
    }
  }
}

RC_GTEST_PROP(Timetable, ends_before_bedtime, (std::uint64_t chance)) {
  for (auto const kind : planned_kinds) {
    auto const schedule = planned(kind, {10, 14}, chance).schedule;
    for (auto const& repeat : schedule.repeats) {
      RC_ASSERT(repeat.hours.from < repeat.hours.until);
      RC_ASSERT(repeat.hours.until.minutes <= 21 * 60);
    }
    for (auto const& one : schedule.dates) RC_ASSERT(one.hours.until.minutes <= 21 * 60);
  }
}

RC_GTEST_PROP(Timetable, lets_a_series_last_some_weeks, (std::uint64_t chance)) {
  auto const one = planned(OfferingKind::series, {8, 12}, chance);
  RC_ASSERT(one.schedule.repeats.size() == 1U);
  auto const& repeat = one.schedule.repeats.front();
  RC_ASSERT(repeat.first.has_value());
  RC_ASSERT(repeat.last.has_value());
  auto const sessions = (*repeat.last - *repeat.first).count() / 7 + 1;
  RC_ASSERT(sessions >= 5);
  RC_ASSERT(sessions <= 9);
  RC_ASSERT(weekday(*repeat.first) == repeat.days.list().front());
  RC_ASSERT(weekday(*repeat.last) == repeat.days.list().front());
  if (one.deadline) {
    RC_ASSERT(*one.deadline < *repeat.first);
  }
  if (one.deadline) {
    RC_ASSERT(*one.deadline > day_of_tests());
  }
}

RC_GTEST_PROP(Timetable, plans_single_days_ahead, (std::uint64_t chance)) {
  for (auto const kind : {OfferingKind::workshop, OfferingKind::event}) {
    auto const schedule = planned(kind, {8, 12}, chance).schedule;
    RC_ASSERT(!schedule.dates.empty());
    for (auto const& one : schedule.dates) RC_ASSERT(one.day > day_of_tests());
  }
}

TEST(Timetable, plans_nothing_for_what_goes_by_appointment) {
  for (auto const kind : {OfferingKind::lesson, OfferingKind::lesson_kit, OfferingKind::loan_item}) {
    auto const one = planned(kind, {6, 12}, 1);
    EXPECT_TRUE(one.schedule.empty());
    EXPECT_FALSE(one.deadline);
  }
}

}  // namespace wegwijzer::towns
