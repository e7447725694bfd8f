// SPDX-License-Identifier: EUPL-1.2
// A sentence that is understood is said again as a sentence with the same meaning.
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "domain/schedule.h"

namespace wegwijzer {

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(bytes), size);
  auto const schedule = Schedule::parse(text);
  if (!schedule) return 0;
  auto const again = Schedule::parse(wegwijzer::text(*schedule));
  check(again && *again == *schedule, "a schedule is read as it was written");
  (void)occurrences(*schedule, Holidays(), date(2026, 1, 1), date(2026, 12, 31));
  return 0;
}

}  // namespace wegwijzer
