// SPDX-License-Identifier: EUPL-1.2
// Which organisations, and which venues, are probably recorded twice. Nothing is merged here: somebody looks.
#pragma once

#include <span>
#include <vector>

#include "community/likeness.h"
#include "domain/organisation.h"
#include "domain/venue.h"

namespace wegwijzer::community {

template <class Thing>
struct LikelyPair {
  Id<Thing> one;  // the lower id
  Id<Thing> other;
  Likeness likeness;
  bool operator==(LikelyPair const&) const = default;
};

// Those at least as probable as `from`, the most probable first; the order in which the records come does not
// matter, and what is archived takes no part. The venues say where the organisations are.
std::vector<LikelyPair<Organisation>> likely_duplicates(std::span<Organisation const> organisations,
                                                        std::span<Venue const> venues, double from);

// The organisations say whose the venues are: a venue may be known under the name of its organisation.
std::vector<LikelyPair<Venue>> likely_duplicate_venues(std::span<Organisation const> organisations,
                                                       std::span<Venue const> venues, double from);

}  // namespace wegwijzer::community
