// SPDX-License-Identifier: EUPL-1.2
#include "usecases/workplace/sessions.h"

#include <algorithm>

namespace wegwijzer {

namespace {

bool is_cancelled(Schedule const& schedule, Date day) {
  return std::ranges::find(schedule.closed, day) != schedule.closed.end();
}

bool takes_place(Schedule const& schedule, Holidays const& holidays, Date day) {
  return !occurrences(schedule, holidays, day, day).empty();
}

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

Result<Schedule> cancel_session(Schedule schedule, Holidays const& holidays, Date day) {
  if (!takes_place(schedule, holidays, day)) return fail(Fault::missing, "work_session.missing");
  std::erase_if(schedule.dates, [&](Occurrence const& one) { return one.day == day; });
  if (takes_place(schedule, holidays, day)) close(schedule, day);
  return schedule;
}

Result<Schedule> restore_session(Schedule schedule, Date day) {
  if (std::erase(schedule.closed, day) == 0) return fail(Fault::missing, "work_session.missing");
  return schedule;
}

Result<Schedule> move_session(Schedule schedule, Holidays const& holidays, Date day, Occurrence to,
                              Date today) {
  if (to.day < today) return fail(Fault::invalid, "work_session.is_over");
  auto moved = cancel_session(std::move(schedule), holidays, day);
  if (moved) add_date(*moved, to);
  return moved;
}

Result<Schedule> add_session(Schedule schedule, Holidays const& holidays, Occurrence extra, Date today) {
  if (extra.day < today) return fail(Fault::invalid, "work_session.is_over");
  auto const that_day = occurrences(schedule, holidays, extra.day, extra.day);
  if (std::ranges::find(that_day, extra) != that_day.end())
    return fail(Fault::conflict, "work_session.there_already");
  add_date(schedule, extra);
  return schedule;
}

}  // namespace wegwijzer
