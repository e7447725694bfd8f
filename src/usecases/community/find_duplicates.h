// SPDX-License-Identifier: EUPL-1.2
// What of an ecosystem is probably recorded twice.
#pragma once

#include "community/duplicates.h"
#include "community/weights.h"
#include "ports/store.h"

namespace wegwijzer {

struct Duplicates {
  std::vector<community::LikelyPair<Organisation>> organisations;
  std::vector<community::LikelyPair<Venue>> venues;

  std::size_t size() const { return organisations.size() + venues.size(); }
};

// The most probable first, without those of which somebody said that they are two: such a pair is there again
// once it is alike in something that it was not alike in then.
Duplicates find_duplicates(Reader& reader, double from = community::shown_from);

}  // namespace wegwijzer
