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
  std::string address{};  // of its page
};

// What a calendar program shows of a calendar that somebody subscribes to, and how often it should ask again.
struct CalendarAbout {
  std::string name;
  std::string description;
  std::chrono::hours refresh{12};
};

std::string calendar_file(CalendarEntry const& entry, Instant now);
std::string calendar_file(std::vector<CalendarEntry> const& entries, CalendarAbout const& about, Instant now);

}  // namespace wegwijzer
