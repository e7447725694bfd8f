// SPDX-License-Identifier: EUPL-1.2
// Single moments of a schedule: which come, which are cancelled, and changing one.
#pragma once

#include "base/result.h"
#include "domain/schedule.h"

namespace wegwijzer {

struct PlannedSession {
  Occurrence when;
  bool cancelled = false;
  bool operator==(PlannedSession const&) const = default;
};

// Of the coming days, in order of time, at most so many. What takes place on a cancelled day is what would
// without the cancelling.
std::vector<PlannedSession> planned_sessions(Schedule const& schedule, Holidays const& holidays, Date today,
                                             std::chrono::days ahead, std::size_t most);

// That one does not take place; others of the day do. Fails with "work_session.missing" when it would not
// anyway.
Result<Schedule> cancel_session(Schedule schedule, Holidays const& holidays, Occurrence which);

// All that repeats on that day takes place after all. Fails with "work_session.missing".
Result<Schedule> restore_session(Schedule schedule, Holidays const& holidays, Date day);

// Takes place at another time instead. Fails with "work_session.missing", and with "work_session.is_over"
// when that is before `today`.
Result<Schedule> move_session(Schedule schedule, Holidays const& holidays, Occurrence which, Occurrence to,
                              Date today);

// One more. Fails with "work_session.is_over", "work_session.there_already" and "work_session.too_many".
Result<Schedule> add_session(Schedule schedule, Holidays const& holidays, Occurrence extra, Date today);

}  // namespace wegwijzer
