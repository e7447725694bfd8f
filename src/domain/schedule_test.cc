// SPDX-License-Identifier: EUPL-1.2
#include "domain/schedule.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace wegwijzer {

namespace {

Schedule read(std::string_view sentence) {
  auto schedule = Schedule::parse(sentence);
  EXPECT_TRUE(schedule) << sentence << ": " << schedule.error().key;
  return schedule.value_or(Schedule{});
}

std::string refusal(std::string_view sentence) {
  auto const schedule = Schedule::parse(sentence);
  return schedule ? "accepted" : schedule.error().key;
}

Holidays autumn_2026() {
  return Holidays({{HolidayRegion::middle, "herfst", date(2026, 10, 17), date(2026, 10, 25)},
                   {HolidayRegion::middle, "kerst", date(2026, 12, 19), date(2027, 1, 3)},
                   {HolidayRegion::north, "herfst", date(2026, 10, 10), date(2026, 10, 18)}},
                  HolidayRegion::middle);
}

std::vector<Date> days(std::string_view sentence, Date first, Date last) {
  std::vector<Date> out;
  for (auto const& found : occurrences(read(sentence), autumn_2026(), first, last)) out.push_back(found.day);
  return out;
}

Schedule any_schedule() {
  auto const day = [] { return Date(std::chrono::days(*rc::gen::inRange(20'000, 22'000))); };
  auto const hours = [] {
    int const from = *rc::gen::inRange(0, 1438);
    return Hours{{from}, {*rc::gen::inRange(from + 1, 1440)}};
  };
  Schedule schedule;
  for (int i = *rc::gen::inRange(0, 3); i > 0; --i) {
    Repeat repeat;
    repeat.rhythm = static_cast<Rhythm>(*rc::gen::inRange(0, 8));
    repeat.hours = hours();
    repeat.in_holidays = static_cast<InHolidays>(*rc::gen::inRange(0, 3));
    repeat.days.add(std::chrono::weekday(*rc::gen::inRange(0U, 7U)));
    repeat.days.add(std::chrono::weekday(*rc::gen::inRange(0U, 7U)));
    if (*rc::gen::inRange(0, 5) == 0) repeat.days = Weekdays::all();
    if (*rc::gen::arbitrary<bool>()) repeat.first = day();
    if (*rc::gen::arbitrary<bool>()) repeat.last = repeat.first.value_or(day()) + std::chrono::days{10};
    schedule.repeats.push_back(repeat);
  }
  for (int i = *rc::gen::inRange(0, 3); i > 0; --i) schedule.dates.push_back({day(), hours()});
  for (int i = *rc::gen::inRange(0, 3); i > 0; --i) schedule.closed.push_back(day());
  return schedule;
}

}  // namespace

TEST(Schedule, takes_the_nearest_year_where_none_is_said) {
  auto const written = [](char const* sentence) {
    return text(*Schedule::parse(sentence, date(2026, 11, 24)));
  };
  EXPECT_EQ(written("elke woensdag 14:00-15:30, niet in schoolvakanties, vanaf 9 september"),
            "elke woensdag 14:00-15:30, niet in schoolvakanties, vanaf 9 september 2026");
  EXPECT_EQ(written("3 maart 10:00-12:00"), "3 maart 2027 10:00-12:00");
  EXPECT_EQ(refusal("3 maart 10:00-12:00"), "schedule.year_missing");
}

TEST(Schedule, closes_for_a_period) {
  auto const* const sentence =
      "elke maandag 10:00-11:00; niet van 21 december 2026 tot en met 3 januari 2027";
  EXPECT_EQ(days(sentence, date(2026, 12, 14), date(2027, 1, 4)),
            (std::vector{date(2026, 12, 14), date(2027, 1, 4)}));
  EXPECT_EQ(text(read(sentence)), sentence);
  EXPECT_EQ(refusal("niet van 3 januari 2027 tot 21 december 2026"), "schedule.ends_before_it_begins");
  EXPECT_EQ(refusal("niet van 1 januari 2026 tot 1 januari 2036"), "schedule.closed_too_long");
}

TEST(Schedule, tells_that_a_date_is_another_day_of_the_week) {
  EXPECT_EQ(refusal("woensdag 3 oktober 2026 10:00-12:00"), "schedule.other_weekday");
  EXPECT_EQ(refusal("zaterdag 3 oktober 2026 10:00-12:00"), "accepted");
  EXPECT_EQ(refusal("32-10-2026 10:00-12:00"), "date.invalid");
}

TEST(Schedule, promises_nothing_after_the_last_holiday_that_is_known) {
  // The last period of this region ends on 3 January 2027.
  auto const* const weekly = "elke maandag 10:00-11:00";
  auto const from = date(2027, 1, 4), until = date(2027, 1, 12);
  EXPECT_EQ(days(weekly, from, until).size(), 2U);
  EXPECT_TRUE(days(std::string(weekly) + ", niet in schoolvakanties", from, until).empty());
}

TEST(Schedule, of_a_few_days_is_on_no_other_days_of_the_week) {
  auto const days_of_week = weekdays(
      read("elke dag 10:00-11:00, van 4 januari 2027, tot en met 6 januari 2027"), date(2026, 11, 24));
  EXPECT_EQ(days_of_week.list().size(), 3U);
  EXPECT_FALSE(days_of_week.contains(std::chrono::Thursday));
}

TEST(Schedule, reads_the_sentence_of_the_issue) {
  auto const schedule = read("elke woensdag 14:00-15:30, niet in schoolvakanties, vanaf 9 september 2026");
  ASSERT_EQ(schedule.repeats.size(), 1U);
  EXPECT_EQ(schedule.repeats[0].hours, (Hours{{840}, {930}}));
  EXPECT_EQ(schedule.repeats[0].in_holidays, InHolidays::not_then);
  EXPECT_EQ(schedule.repeats[0].first, date(2026, 9, 9));
}

TEST(Schedule, skips_school_holidays_and_closed_days_and_adds_extra_days) {
  EXPECT_EQ(days("elke woensdag 14:00-15:30, niet in schoolvakanties; niet 4 november 2026; vrijdag 6 "
                 "november 2026 10:00-11:00",
                 date(2026, 10, 12), date(2026, 11, 12)),
            (std::vector{date(2026, 10, 14), date(2026, 10, 28), date(2026, 11, 6), date(2026, 11, 11)}));
}

TEST(Schedule, is_read_back_when_it_is_closed_for_longer_than_one_part_may_say) {
  auto schedule = *Schedule::parse("elke dag 10:00-11:00");
  for (auto day = date(2027, 1, 1); day <= date(2029, 6, 1); day += std::chrono::days(1))
    schedule.closed.push_back(day);
  EXPECT_EQ(Schedule::parse(text(schedule)), schedule);
}

TEST(Schedule, can_be_in_holidays_only) {
  EXPECT_EQ(
      days("elke werkdag 9:00-12:00, alleen in schoolvakanties", date(2026, 10, 15), date(2026, 10, 20)),
      (std::vector{date(2026, 10, 19), date(2026, 10, 20)}));
}

TEST(Schedule, knows_the_first_and_last_of_the_month) {
  EXPECT_EQ(days("eerste zaterdag van de maand 10:00-12:00", date(2026, 9, 1), date(2026, 10, 31)),
            (std::vector{date(2026, 9, 5), date(2026, 10, 3)}));
  EXPECT_EQ(days("elke laatste zondag van de maand 10:00-12:00", date(2026, 9, 1), date(2026, 10, 31)),
            (std::vector{date(2026, 9, 27), date(2026, 10, 25)}));
}

TEST(Schedule, counts_even_weeks_as_the_calendar_does) {
  // 1 January 2027 is a Friday in week 53 of 2026; week 1 of 2027 starts on 4 January.
  EXPECT_EQ(days("elke oneven week vrijdag 10:00-12:00", date(2026, 12, 24), date(2027, 1, 15)),
            (std::vector{date(2027, 1, 1), date(2027, 1, 8)}));
}

TEST(Schedule, reads_the_ways_a_secretary_writes) {
  EXPECT_EQ(read("Elke wo en vr van 14.00 - 15.30 uur"), read("elke woensdag en vrijdag 14:00-15:30"));
  EXPECT_EQ(read("woensdag 14:00 tot 15:30"), read("elke woensdag 14:00-15:30"));
  EXPECT_EQ(read("za 3-10-2026 10:00-12:00"), read("3 oktober 2026 10:00-12:00"));
  EXPECT_EQ(read("iedere dag 9u-17u t/m 1-7-2027"), read("elke dag 9:00-17:00, tot en met 1 juli 2027"));
}

TEST(Schedule, says_what_it_does_not_understand) {
  EXPECT_EQ(refusal("elke woensdag"), "schedule.hours_missing");
  EXPECT_EQ(refusal("elke 14:00-15:00"), "schedule.day_missing");
  EXPECT_EQ(refusal("9 september 14:00-15:00"), "schedule.year_missing");
  EXPECT_EQ(refusal("elke woensdag 15:00-14:00"), "schedule.ends_before_it_begins");
  EXPECT_EQ(refusal("elke woensdag 14:00-15:00 soms"), "schedule.not_understood");
  EXPECT_EQ(refusal("elke woensdag 25:00-26:00"), "time.invalid");
  EXPECT_EQ(refusal("31 september 2026 14:00-15:00"), "date.invalid");
}

TEST(Schedule, next_is_the_one_that_has_not_ended) {
  auto const schedule = read("elke woensdag 14:00-15:30");
  auto const next = [&](TimeOfDay now) { return next_occurrence(schedule, {}, date(2026, 9, 9), now)->day; };
  EXPECT_EQ(next({15 * 60}), date(2026, 9, 9));
  EXPECT_EQ(next({15 * 60 + 30}), date(2026, 9, 16));
  EXPECT_FALSE(next_occurrence(read("3 oktober 2020 10:00-12:00"), {}, date(2026, 9, 9), {}));
}

RC_GTEST_PROP(Schedule, prints_what_it_reads, ()) {
  auto const schedule = any_schedule();
  RC_ASSERT(Schedule::parse(text(schedule)) == schedule);
}

RC_GTEST_PROP(Schedule, next_is_the_first_of_all_occurrences, ()) {
  auto const schedule = any_schedule();
  auto const today = date(2025, 6, 1);
  auto const all = occurrences(schedule, autumn_2026(), today, today + std::chrono::days{400});
  auto const next = next_occurrence(schedule, autumn_2026(), today, {0});
  RC_ASSERT(next.has_value() == !all.empty());
  if (next) RC_ASSERT(*next == all.front());
}

}  // namespace wegwijzer
