// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/journeys.h"

#include <algorithm>

namespace wegwijzer {

Profile alone(Profile travel) {
  if (travel.age < AgeBand::from_12) travel.roads = Roads::calm;
  return travel;
}

// A calm way may seem the quicker one where a door lies nearer to another street, or who pushes passes the
// lights at which riders wait: then it counts as quick.
JourneyRows::JourneyRows(ReachRows all, ReachRows const& calm) : all_(std::move(all)) {
  calm_.reserve(all_.first(all_.size()));
  for (std::size_t home = 0; home < all_.size(); ++home) {
    auto next = calm.of(home).begin();
    auto const end = calm.of(home).end();
    for (auto const& [venue, travel] : all_.of(home)) {
      while (next != end && next->venue < venue) ++next;
      bool const arrives = next != end && next->venue == venue;
      calm_.push_back(arrives ? std::max(next->travel, travel) : never);
    }
  }
}

}  // namespace wegwijzer
