// SPDX-License-Identifier: EUPL-1.2
// Instants are UTC; dates and times of day are what a clock in the Netherlands shows; travel is in tenths of
// a second.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <ratio>
#include <string>
#include <string_view>

#include "base/result.h"

namespace wegwijzer {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using Date = std::chrono::local_days;
using Minutes = std::chrono::duration<std::int32_t, std::ratio<60>>;
using Tenths = std::chrono::duration<std::int32_t, std::deci>;  // of a second: travel times add up exactly

struct TimeOfDay {
  int minutes = 0;  // since midnight, 0..1439
  auto operator<=>(TimeOfDay const&) const = default;
};

inline Date date(int year, unsigned month, unsigned day) {
  return Date(std::chrono::year(year) / static_cast<int>(month) / static_cast<int>(day));
}

inline std::chrono::weekday weekday(Date day) {
  return std::chrono::weekday(day);
}

std::string text(Date day);         // "2026-09-09"
std::string text(TimeOfDay time);   // "14:30"
std::string text(Instant instant);  // "2026-09-09T12:30:00.000Z"
Result<Date> parse_date(
    std::string_view text);  // "2026-09-09", or Dutch "9-9-2026"; fails with "date.invalid"
Result<TimeOfDay> parse_time(
    std::string_view text);  // "14:30", "9.05", "14u30" or "14"; fails with "time.invalid"
Result<Instant> parse_instant(
    std::string_view text);  // the form that text() gives; fails with "instant.invalid"

// The zone of the product, Europe/Amsterdam.
Date local_date(Instant instant);
TimeOfDay local_time(Instant instant);
Instant instant(Date day, TimeOfDay time);  // a time that summer time skips is the moment after the gap

}  // namespace wegwijzer
