// SPDX-License-Identifier: EUPL-1.2
// White spots of an area beside its opportunities: where somebody was asked and said that there is nothing
// (docs/decisions/0034), and how much nobody was asked yet.
#pragma once

#include <vector>

#include "opportunity/completeness.h"
#include "opportunity/model.h"

namespace wegwijzer {

struct WhiteSpot {
  Index<Area> area;
  Index<Theme> theme;
  AgeRange ages;  // from the youngest to the oldest for whom it is one
  bool operator==(WhiteSpot const&) const = default;
};

// As one network knows it.
struct KnownOfArea {
  Index<Ecosystem> ecosystem;
  std::size_t not_asked = 0;  // themes in buurten where children live, for none of these ages
  std::vector<WhiteSpot> white;
};

// By the networks of this area; those that know no buurt in it are left out.
std::vector<KnownOfArea> white_spots(OpportunityModel const& model, Index<Area> area, AgeRange ages);

}  // namespace wegwijzer
