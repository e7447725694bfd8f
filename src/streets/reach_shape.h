// SPDX-License-Identifier: EUPL-1.2
// The ground that one reaches, as a shape on the map: not a circle but along the streets.
#pragma once

#include "base/polygon.h"
#include "streets/reached_parts.h"

namespace wegwijzer {

// Ground belongs to the street that is nearest to it, up to 90 m, and is reached when that part of it is: so
// the shape holds what is reached, leaves out what is not, also beyond a canal, and has holes where no street
// is near. Rings turn left around the ground, holes right. Exact to a few metres: docs/parameters.md,
// "Travel".
std::vector<Polygon> reach_shape(Streets const& streets, std::vector<StreetPart> const& parts);

// As far as ground belongs to a street; as margin for reached_parts() it gives the shape all it needs.
inline constexpr Metres ground_of_street{90};

}  // namespace wegwijzer
