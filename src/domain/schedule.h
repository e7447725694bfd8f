// SPDX-License-Identifier: EUPL-1.2
// When an offering takes place, said the way people say it:
// "elke woensdag 14:00-15:30, niet in schoolvakanties, vanaf 9 september 2026; niet 21 oktober 2026".
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "domain/holidays.h"

namespace wegwijzer {

enum class Rhythm {
  weekly,
  even_weeks,
  odd_weeks,
  first,
  second,
  third,
  fourth,
  last
};  // first … last: of the month
enum class InHolidays { also, not_then, only };

struct Hours {
  TimeOfDay from;
  TimeOfDay until;  // later than `from`
  auto operator<=>(Hours const&) const = default;
};

class Weekdays {
 public:
  Weekdays() = default;

  static Weekdays all() { return Weekdays(0x7f); }

  void add(std::chrono::weekday day) { bits_ |= bit(day); }

  void add(Weekdays other) { bits_ |= other.bits_; }

  bool shares_a_day_with(Weekdays other) const { return bits_ & other.bits_; }

  bool contains(std::chrono::weekday day) const { return bits_ & bit(day); }

  bool empty() const { return bits_ == 0; }

  std::vector<std::chrono::weekday> list() const;  // Monday first
  bool operator==(Weekdays const&) const = default;

 private:
  explicit Weekdays(unsigned bits) : bits_(bits) {}

  static unsigned bit(std::chrono::weekday day) { return 1U << day.c_encoding(); }

  unsigned bits_ = 0;
};

struct Repeat {
  Rhythm rhythm = Rhythm::weekly;
  Weekdays days;
  Hours hours;
  InHolidays in_holidays = InHolidays::also;
  std::optional<Date> first;
  std::optional<Date> last;
  bool operator==(Repeat const&) const = default;
};

struct Occurrence {
  Date day;
  Hours hours;
  auto operator<=>(Occurrence const&) const = default;
};

struct Schedule {
  std::vector<Repeat> repeats;
  std::vector<Occurrence> dates;  // single and extra dates
  // On these days nothing that repeats takes place; a date on one of them does: it was moved to another hour.
  std::vector<Date> closed;
  // The Dutch sentence; fails with a "schedule.…" key that names the word or part that is not understood. A
  // date without a year is the one nearest to the day on which the sentence was written, and a fault when
  // that day is not given.
  static Result<Schedule> parse(std::string_view sentence, std::optional<Date> written_on = {});

  bool empty() const { return repeats.empty() && dates.empty(); }

  bool operator==(Schedule const&) const = default;
};

// "9 september 2026" or "9-9-2026"; fails with "date.invalid" or "schedule.year_missing".
Result<Date> parse_day(std::string_view words);

// Days that follow each other, as first and last: what is said of days that are closed.
std::vector<std::pair<Date, Date>> runs_of_days(std::vector<Date> const& days);

std::string text(Schedule const& schedule);  // the Dutch sentence that parse() reads

// Every occurrence on the days first..last, in order of time.
std::vector<Occurrence> occurrences(Schedule const& schedule, Holidays const& holidays, Date first,
                                    Date last);

// The first occurrence that has not ended at `now` on `today`, at most 400 days ahead.
std::optional<Occurrence> next_occurrence(Schedule const& schedule, Holidays const& holidays, Date today,
                                          TimeOfDay now);

// The last day on which it can take place; nothing when it has no end, or says nothing.
std::optional<Date> last_day(Schedule const& schedule);

// True when every moment lies before `today`; a schedule that says nothing is never over.
bool over(Schedule const& schedule, Date today);

// The days of the week on which it takes place in the 400 days from `today`.
Weekdays weekdays(Schedule const& schedule, Date today);

}  // namespace wegwijzer
