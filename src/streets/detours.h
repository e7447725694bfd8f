// SPDX-License-Identifier: EUPL-1.2
// How much further it is along the streets than as the crow flies: street distance on foot over straight
// distance, between random pairs of crossings.
#pragma once

#include <memory>
#include <span>

#include "base/random.h"
#include "streets/sampling.h"
#include "streets/spread.h"
#include "streets/street_pattern.h"

namespace wegwijzer {

inline constexpr Metres nearest_pair{500};
inline constexpr Metres farthest_pair{3000};
inline constexpr std::size_t pairs_per_pattern = 400;

// `inside`: the crossings of the largest connected part. The first of a pair lies in the pattern, the second
// anywhere within the distances. Pairs further than 100 km apart along the streets do not count. Fails with
// "streets.stopped".
Result<PerPattern<Spread>> measure_detours(std::shared_ptr<Streets const> const& streets,
                                           StreetPatterns const& patterns,
                                           std::span<Index<Node> const> inside, Seed seed, Step const& step);

}  // namespace wegwijzer
