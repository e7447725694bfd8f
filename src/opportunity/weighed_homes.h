// SPDX-License-Identifier: EUPL-1.2
// How much each home counts in the mean of an area.
#pragma once

#include <span>
#include <vector>

#include "opportunity/model.h"

namespace wegwijzer {

struct WeighedHomes {
  std::vector<std::size_t> homes;            // of the model, that lie in the area
  std::vector<std::vector<double>> weights;  // by profile and home its share of all these children
};

// By how many children there are of each profile; when there are none by the children of its age, else all
// alike. As in OpportunityAnalysis.
WeighedHomes weigh_homes(OpportunityModel const& model, Index<Area> area,
                         std::span<ChildProfile const> children);

}  // namespace wegwijzer
