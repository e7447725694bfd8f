// SPDX-License-Identifier: EUPL-1.2
// A sentence that is understood is said again as a sentence with the same meaning.
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "domain/schedule.h"
#include "fuzz/harness.h"

namespace wegwijzer {

namespace {

void says_itself_again(Result<Schedule> const& schedule) {
  if (!schedule) return;
  auto const again = Schedule::parse(wegwijzer::text(*schedule));
  check(again && *again == *schedule, "a schedule is read as it was written");
  (void)occurrences(*schedule, Holidays(), date(2026, 1, 1), date(2026, 12, 31));
  (void)weekdays(*schedule, date(2026, 11, 24));
}

}  // namespace

WEGWIJZER_HARNESS(schedule)(std::uint8_t const* bytes, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(bytes), size);
  auto const with_years = Schedule::parse(text);
  says_itself_again(with_years);
  // A day of writing only adds the years that are left out.
  auto const written = Schedule::parse(text, date(2026, 11, 24));
  says_itself_again(written);
  check(!with_years || (written && *written == *with_years), "a said year is the year");
  if (auto const day = parse_day(text)) check(parse_day(wegwijzer::text(*day)) == *day, "a day is a day");
  return 0;
}

}  // namespace wegwijzer
