// SPDX-License-Identifier: EUPL-1.2
// When in a week a child could go to an offering, and how often.
#pragma once

#include <array>
#include <cstdint>

#include "domain/holidays.h"
#include "domain/schedule.h"

namespace wegwijzer {

// Of the days of school, unless holidays or weekend is said.
enum class DayPart : std::uint8_t { school_hours, afternoon, evening, weekend, holidays };
inline constexpr std::size_t day_part_count = 5;

struct Moments {
  std::uint8_t parts = 0;    // bit n: it takes place in the n-th DayPart; none when nobody said when
  double in_four_weeks = 0;  // on average

  bool said() const { return parts != 0; }

  bool in(DayPart part) const { return parts >> static_cast<unsigned>(part) & 1U; }

  bool operator==(Moments const&) const = default;
};

// Of the thirteen weeks from this day, so that a holiday or two change little.
Moments moments_of(Schedule const& schedule, Holidays const& holidays, Date today);

}  // namespace wegwijzer
