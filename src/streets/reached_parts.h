// SPDX-License-Identifier: EUPL-1.2
// Which parts of the streets one gets to in time.
#pragma once

#include <vector>

#include "streets/search.h"

namespace wegwijzer {

// A piece of the line of an edge.
struct StreetPart {
  Index<Edge> edge;
  Along from{};
  Along to{};
  bool reached = false;
  bool operator==(StreetPart const&) const = default;
};

// All parts of the streets that the profile may use, reached or not, of which the box lies within `margin` of
// the circle around home that holds all that is reached; of an edge in order. Ferries are left out. `bound`
// is what is left of the budget after the connector and the start-up; nothing when that is negative.
std::vector<StreetPart> reached_parts(Search& search, Place const& home, Tenths bound, Metres margin);

}  // namespace wegwijzer
