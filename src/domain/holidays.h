// SPDX-License-Identifier: EUPL-1.2
// School holidays of one region, as data (assets/vocabulary/school_holidays.csv).
#pragma once

#include <string>
#include <vector>

#include "base/time.h"
#include "domain/ecosystem.h"

namespace wegwijzer {

struct HolidayPeriod {
  HolidayRegion region;
  std::string name;
  Date first;
  Date last;
  bool operator==(HolidayPeriod const&) const = default;
};

class Holidays {
 public:
  Holidays() = default;
  Holidays(std::vector<HolidayPeriod> periods, HolidayRegion region);  // keeps those of the region
  bool contains(Date day) const;

  std::vector<HolidayPeriod> const& periods() const { return periods_; }

 private:
  std::vector<HolidayPeriod> periods_;  // sorted, not overlapping
};

}  // namespace wegwijzer
