// SPDX-License-Identifier: EUPL-1.2
// When the activities of a fictional town take place: after school, on free afternoons, around a given day.
#pragma once

#include <optional>

#include "base/random.h"
#include "domain/offering.h"

namespace wegwijzer::towns {

struct Planned {
  Schedule schedule;
  std::optional<Date> deadline;  // the last day to apply
};

// Nothing is planned for lessons, kits and loan items: those go by appointment.
Planned plan_sessions(OfferingKind kind, std::optional<AgeRange> ages, Date today, Random& random);

}  // namespace wegwijzer::towns
