// SPDX-License-Identifier: EUPL-1.2
#include "usecases/workplace/sessions.h"

#include <algorithm>

namespace wegwijzer {

namespace {

bool is_cancelled(Schedule const& schedule, Date day) {
  return std::ranges::find(schedule.closed, day) != schedule.closed.end();
}

bool takes_place_then(Schedule const& schedule, Holidays const& holidays, Occurrence const& when) {
  auto const that_day = occurrences(schedule, holidays, when.day, when.day);
  return std::ranges::find(that_day, when) != that_day.end();
}

constexpr std::size_t most_dates = 400;

void close(Schedule& schedule, Date day) {
  if (is_cancelled(schedule, day)) return;
  schedule.closed.insert(std::ranges::upper_bound(schedule.closed, day), day);
}

void add_date(Schedule& schedule, Occurrence const& when) {
  schedule.dates.insert(std::ranges::upper_bound(schedule.dates, when), when);
}

}  // namespace

std::vector<PlannedSession> planned_sessions(Schedule const& schedule, Holidays const& holidays, Date today,
                                             std::chrono::days ahead, std::size_t most) {
  auto all_open = schedule;
  all_open.closed.clear();
  auto const come = occurrences(schedule, holidays, today, today + ahead);
  std::vector<PlannedSession> planned;
  for (auto const& when : occurrences(all_open, holidays, today, today + ahead)) {
    if (planned.size() == most) break;
    planned.push_back({when, !std::ranges::binary_search(come, when)});
  }
  return planned;
}

Result<Schedule> cancel_session(Schedule schedule, Holidays const& holidays, Occurrence which) {
  auto others = occurrences(schedule, holidays, which.day, which.day);
  if (std::erase(others, which) == 0) return fail(Fault::missing, "work_session.missing");
  std::erase(schedule.dates, which);
  if (takes_place_then(schedule, holidays, which)) {
    close(schedule, which.day);
    for (auto const& other : others) {
      if (!takes_place_then(schedule, holidays, other)) add_date(schedule, other);
    }
  }
  return schedule;
}

Result<Schedule> restore_session(Schedule schedule, Holidays const& holidays, Date day) {
  if (std::erase(schedule.closed, day) == 0) return fail(Fault::missing, "work_session.missing");
  // What stood there because the day was closed repeats again.
  auto repeats = schedule;
  repeats.dates.clear();
  for (auto const& one : occurrences(repeats, holidays, day, day)) std::erase(schedule.dates, one);
  return schedule;
}

Result<Schedule> move_session(Schedule schedule, Holidays const& holidays, Occurrence which, Occurrence to,
                              Date today) {
  if (to.day < today) return fail(Fault::invalid, "work_session.is_over");
  auto moved = cancel_session(std::move(schedule), holidays, which);
  if (moved && !takes_place_then(*moved, holidays, to)) add_date(*moved, to);
  return moved;
}

Result<Schedule> add_session(Schedule schedule, Holidays const& holidays, Occurrence extra, Date today) {
  if (extra.day < today) return fail(Fault::invalid, "work_session.is_over");
  if (takes_place_then(schedule, holidays, extra)) return fail(Fault::conflict, "work_session.there_already");
  if (schedule.dates.size() >= most_dates) return fail(Fault::invalid, "work_session.too_many");
  add_date(schedule, extra);
  return schedule;
}

}  // namespace wegwijzer
