// SPDX-License-Identifier: EUPL-1.2
// What there is for children in one area, by theme, stage and age.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "atlas/atlas.h"

namespace wegwijzer {

struct AreaOverview {
  std::size_t offerings = 0;  // that are not over, at venues in the area
  std::vector<Index<Venue>> venues;
  std::map<Index<Theme>, std::size_t> by_theme;          // those that were asked; zero: nothing is known here
  std::map<std::optional<Stage>, std::size_t> by_stage;  // nothing: the stage is not known
  std::map<int, std::size_t> by_age;                     // 4 to 14; an offering of unknown age counts nowhere
};

AreaOverview overview_of(Atlas const& atlas, Index<Area> area, Date today,
                         std::vector<Index<Theme>> const& themes);

// How many offerings, that are not over, are at venues in each area, by its index; of all areas in one go.
std::vector<std::size_t> offerings_per_area(Atlas const& atlas, Date today);

}  // namespace wegwijzer
