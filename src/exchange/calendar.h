// SPDX-License-Identifier: EUPL-1.2
// iCalendar (RFC 5545), written by libical: every occurrence an event of its own, so that school holidays and
// closed days are right in every calendar program.
#pragma once

#include <string>
#include <vector>

#include "domain/schedule.h"

namespace wegwijzer {

struct CalendarEntry {
  std::string id;
  std::string title;
  std::string about;
  std::string place;
  std::vector<Occurrence> occurrences;
};

std::string calendar_file(CalendarEntry const& entry, Instant now);

}  // namespace wegwijzer
