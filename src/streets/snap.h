// SPDX-License-Identifier: EUPL-1.2
// From a front door to the street: the nearest place on a street that the profile may use.
#pragma once

#include "base/result.h"
#include "streets/line.h"
#include "streets/travel_times.h"

namespace wegwijzer {

// A place on a street, and the way on foot between it and a door.
struct Place {
  Index<Edge> edge;
  Along along{};
  Tenths connector{};
  bool operator==(Place const&) const = default;
};

// The nearest place on an edge (never a ferry) where the profile may pass, within 500 m; fails with
// "streets.too_far". Edges from which one gets about (see TravelTimes) come before all others, however near:
// a fenced road or a platform must not strand a home. Of equally near edges the first one.
Result<Place> snap(TravelTimes const& times, GeoPoint door);

}  // namespace wegwijzer
