// SPDX-License-Identifier: EUPL-1.2
#include "usecases/area/overview.h"

#include <algorithm>

namespace wegwijzer {

namespace {

void count(Atlas const& atlas, Index<Offering> index, AreaOverview& overview) {
  auto const& offering = atlas.catalogue()[index];
  ++overview.offerings;
  ++overview.by_stage[offering.stage];
  for (auto& [age, number] : overview.by_age) number += fits_age(offering, age) == Fit::yes;
  for (auto& [theme, number] : overview.by_theme) {
    number += (atlas.catalogue().facts(index).themes & atlas.themes().below(theme)).any();
  }
}

}  // namespace

AreaOverview overview_of(Atlas const& atlas, Index<Area> area, Date today,
                         std::vector<Index<Theme>> const& themes) {
  AreaOverview overview;
  for (int age = 4; age <= 14; ++age) overview.by_age[age] = 0;
  for (auto const theme : themes) overview.by_theme[theme] = 0;
  auto const& catalogue = atlas.catalogue();
  for (std::size_t i = 0; i < catalogue.venues().size(); ++i) {
    auto const& facts = catalogue.facts(Index<Venue>(i));
    if (!facts.area || !atlas.areas().lies_in(*facts.area, area)) continue;
    overview.venues.emplace_back(i);
    for (auto const offering : facts.offerings) {
      if (!over(catalogue[offering].schedule, today)) count(atlas, offering, overview);
    }
  }
  return overview;
}

std::vector<std::size_t> offerings_per_area(Atlas const& atlas, Date today) {
  std::vector<std::size_t> counts(atlas.areas().all().size());
  auto const& catalogue = atlas.catalogue();
  for (std::size_t i = 0; i < catalogue.venues().size(); ++i) {
    auto const& facts = catalogue.facts(Index<Venue>(i));
    auto const current = std::ranges::count_if(
        facts.offerings, [&](auto index) { return !over(catalogue[index].schedule, today); });
    for (auto area = facts.area; area; area = atlas.areas().around(*area)) {
      counts[area->value()] += static_cast<std::size_t>(current);
    }
  }
  return counts;
}

}  // namespace wegwijzer
