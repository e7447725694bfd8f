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
  bool operator==(WhiteSpot const&) const = default;
};

// As one network knows it.
struct KnownOfArea {
  Index<Ecosystem> ecosystem;
  StateCounts states{};  // of buurten where children live and themes, at this age
  std::vector<WhiteSpot> white;
};

// By the networks of this area; those that know no buurt in it are left out.
std::vector<KnownOfArea> white_spots(OpportunityModel const& model, Index<Area> area, int age);

}  // namespace wegwijzer
