// SPDX-License-Identifier: EUPL-1.2
// How long it takes from a home to the nearest of some places. Where people live is not known, so homes are
// drawn along the streets on which people may live, each metre as likely.
#pragma once

#include <span>
#include <vector>

#include "base/random.h"
#include "streets/destinations.h"
#include "streets/sampling.h"
#include "streets/search.h"
#include "streets/spread.h"
#include "streets/street_pattern.h"

namespace wegwijzer {

inline constexpr std::size_t homes_per_pattern = 300;

// Places on streets other than motorways, trunk roads, tracks and paths, from which one gets about on foot.
PerPattern<std::vector<Place>> draw_homes(TravelTimes const& on_foot, StreetPatterns const& patterns,
                                          Seed seed);

// Door to door; nothing beyond three hours.
std::optional<Tenths> time_to_nearest(Search& search, Place const& home, Destinations const& places);

// In minutes; homes from which no place is reached do not count. Fails with "streets.stopped".
Result<PerPattern<Spread>> minutes_to_nearest(PerPattern<std::vector<Place>> const& homes,
                                              Destinations const& places, Step const& step);

}  // namespace wegwijzer
