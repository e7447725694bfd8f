// SPDX-License-Identifier: EUPL-1.2
#include "reach/journey_ends.h"

#include "streets/search.h"

namespace wegwijzer {

JourneyEnds JourneyEnds::from(Hierarchy const& hierarchy, Place const& place) {
  auto const& edge = hierarchy.times->streets().edge(place.edge);
  JourneyEnds ends;
  ends.add(hierarchy.rank(edge.to), time_to_end(*hierarchy.times, place, true), place.connector);
  ends.add(hierarchy.rank(edge.from), time_to_end(*hierarchy.times, place, false), place.connector);
  return ends;
}

JourneyEnds JourneyEnds::to(Hierarchy const& hierarchy, Place const& place) {
  auto const& edge = hierarchy.times->streets().edge(place.edge);
  JourneyEnds ends;
  ends.add(hierarchy.rank(edge.from), time_from_begin(*hierarchy.times, place, true), place.connector);
  ends.add(hierarchy.rank(edge.to), time_from_begin(*hierarchy.times, place, false), place.connector);
  return ends;
}

void JourneyEnds::add(Rank rank, Tenths time, Tenths connector) {
  if (time != never) starts_[size_++] = {rank, static_cast<std::uint32_t>((time + connector).count())};
}

}  // namespace wegwijzer
