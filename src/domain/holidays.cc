// SPDX-License-Identifier: EUPL-1.2
#include "domain/holidays.h"

#include <algorithm>

namespace wegwijzer {

Holidays::Holidays(std::vector<HolidayPeriod> periods, HolidayRegion region) : periods_(std::move(periods)) {
  std::erase_if(periods_, [&](HolidayPeriod const& period) { return period.region != region; });
  std::ranges::sort(periods_, {}, &HolidayPeriod::first);
}

bool Holidays::contains(Date day) const {
  auto const after = std::ranges::upper_bound(periods_, day, {}, &HolidayPeriod::first);
  return after != periods_.begin() && day <= std::prev(after)->last;
}

}  // namespace wegwijzer
