// SPDX-License-Identifier: EUPL-1.2
#include "reach/journey_ends.h"

#include "streets/search.h"

namespace wegwijzer {

JourneyEnds::JourneyEnds(Hierarchy const& hierarchy, Upward direction, Place const& place) {
  auto const& times = *hierarchy.times;
  auto const& edge = times.streets().edge(place.edge);
  if (direction == Upward::away) {
    add(hierarchy.rank(edge.to), time_to_end(times, place, true), place.connector);
    add(hierarchy.rank(edge.from), time_to_end(times, place, false), place.connector);
  } else {
    add(hierarchy.rank(edge.from), time_from_begin(times, place, true), place.connector);
    add(hierarchy.rank(edge.to), time_from_begin(times, place, false), place.connector);
  }
}

void JourneyEnds::add(Rank rank, Tenths time, Tenths connector) {
  if (time != never) starts_[size_++] = {0, rank, static_cast<std::uint32_t>((time + connector).count())};
}

}  // namespace wegwijzer
