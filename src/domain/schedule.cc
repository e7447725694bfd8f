// SPDX-License-Identifier: EUPL-1.2
#include "domain/schedule.h"

#include <algorithm>

namespace wegwijzer {

namespace {

constexpr std::chrono::days horizon{400};

int iso_week(Date day) {
  using std::chrono::days;
  auto const thursday = day - (weekday(day) - std::chrono::Monday) + days{3};
  auto const year_start = Date(std::chrono::year_month_day(thursday).year() / std::chrono::January / 1);
  return static_cast<int>((thursday - year_start).count() / 7) + 1;
}

bool fits_rhythm(Rhythm rhythm, Date day) {
  auto const day_of_month = static_cast<unsigned>(std::chrono::year_month_day(day).day());
  auto const nth = (day_of_month - 1) / 7;
  switch (rhythm) {
    case Rhythm::weekly:
      return true;
    case Rhythm::even_weeks:
      return iso_week(day) % 2 == 0;
    case Rhythm::odd_weeks:
      return iso_week(day) % 2 == 1;
    case Rhythm::first:
      return nth == 0;
    case Rhythm::second:
      return nth == 1;
    case Rhythm::third:
      return nth == 2;
    case Rhythm::fourth:
      return nth == 3;
    case Rhythm::last: {
      auto const week_later = std::chrono::year_month_day(day + std::chrono::days{7});
      return week_later.month() != std::chrono::year_month_day(day).month();
    }
  }
  return false;
}

bool fits_holidays(InHolidays rule, Holidays const& holidays, Date day) {
  if (rule == InHolidays::also) return true;
  // What depends on holidays that are not known yet is not promised.
  return holidays.known_on(day) && holidays.contains(day) == (rule == InHolidays::only);
}

bool takes_place(Repeat const& repeat, Holidays const& holidays, Date day) {
  if (repeat.first && day < *repeat.first) return false;
  if (repeat.last && day > *repeat.last) return false;
  return repeat.days.contains(weekday(day)) && fits_rhythm(repeat.rhythm, day) &&
         fits_holidays(repeat.in_holidays, holidays, day);
}

void append_on(std::vector<Occurrence>& out, Schedule const& schedule, Holidays const& holidays, Date day) {
  bool const closed = std::ranges::find(schedule.closed, day) != schedule.closed.end();
  auto const before = out.size();
  for (auto const& repeat : schedule.repeats) {
    if (!closed && takes_place(repeat, holidays, day)) out.push_back({day, repeat.hours});
  }
  for (auto const& single : schedule.dates) {
    if (single.day == day) out.push_back(single);
  }
  std::sort(out.begin() + static_cast<std::ptrdiff_t>(before), out.end());
  out.erase(std::unique(out.begin() + static_cast<std::ptrdiff_t>(before), out.end()), out.end());
}

// The first and last day in first..last on which anything can take place: outside it no day needs a look.
std::pair<Date, Date> active_days(Schedule const& schedule, Date first, Date last) {
  Date begin = last + std::chrono::days{1}, end = first - std::chrono::days{1};
  auto const widen = [&](Date from, Date to) { begin = std::min(begin, from), end = std::max(end, to); };
  for (auto const& repeat : schedule.repeats) widen(repeat.first.value_or(first), repeat.last.value_or(last));
  for (auto const& single : schedule.dates) widen(single.day, single.day);
  return {std::max(begin, first), std::min(end, last)};
}

}  // namespace

std::vector<std::chrono::weekday> Weekdays::list() const {
  std::vector<std::chrono::weekday> days;
  for (unsigned i = 1; i <= 7; ++i) {
    if (std::chrono::weekday const day(i % 7); contains(day)) days.push_back(day);
  }
  return days;
}

std::vector<Occurrence> occurrences(Schedule const& schedule, Holidays const& holidays, Date first,
                                    Date last) {
  std::vector<Occurrence> out;
  auto const [begin, end] = active_days(schedule, first, last);
  for (Date day = begin; day <= end; day += std::chrono::days{1}) append_on(out, schedule, holidays, day);
  return out;
}

std::optional<Occurrence> next_occurrence(Schedule const& schedule, Holidays const& holidays, Date today,
                                          TimeOfDay now) {
  auto const [begin, end] = active_days(schedule, today, today + horizon);
  std::vector<Occurrence> on_day;
  for (Date day = begin; day <= end; day += std::chrono::days{1}) {
    on_day.clear();
    append_on(on_day, schedule, holidays, day);
    for (auto const& found : on_day) {
      if (found.day > today || found.hours.until > now) return found;
    }
  }
  return std::nullopt;
}

std::optional<Date> last_day(Schedule const& schedule) {
  if (schedule.empty()) return std::nullopt;
  auto last = Date::min();
  for (auto const& repeat : schedule.repeats) {
    if (!repeat.last) return std::nullopt;
    last = std::max(last, *repeat.last);
  }
  for (auto const& single : schedule.dates) last = std::max(last, single.day);
  return last;
}

bool over(Schedule const& schedule, Date today) {
  auto const last = last_day(schedule);
  return last && *last < today;
}

Weekdays weekdays(Schedule const& schedule, Date today) {
  Weekdays days;
  for (auto const& repeat : schedule.repeats) {
    // Of "elke dag, van 4 tot en met 6 januari" only the days in it.
    auto const begin = std::max(today, repeat.first.value_or(today));
    auto const end = std::min(begin + std::chrono::days{6}, repeat.last.value_or(Date::max()));
    for (auto day = begin; day <= end; day += std::chrono::days{1}) {
      if (repeat.days.contains(weekday(day))) days.add(weekday(day));
    }
  }
  for (auto const& single : schedule.dates) {
    if (single.day >= today && single.day <= today + horizon) days.add(weekday(single.day));
  }
  return days;
}

}  // namespace wegwijzer
