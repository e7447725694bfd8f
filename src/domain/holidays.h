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

  // False after the last period that is known: then nobody can say. Without any period there are no holidays.
  bool known_on(Date day) const { return periods_.empty() || day <= periods_.back().last; }

  std::vector<HolidayPeriod> const& periods() const { return periods_; }

 private:
  std::vector<HolidayPeriod> periods_;  // sorted, not overlapping
};

}  // namespace wegwijzer
