// SPDX-License-Identifier: EUPL-1.2
#include "usecases/area/overview.h"

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

AreaOverview overview_of(Atlas const& atlas, Index<Area> area, Date today) {
  AreaOverview overview;
  for (int age = 4; age <= 14; ++age) overview.by_age[age] = 0;
  for (auto const theme : atlas.themes().choices()) overview.by_theme[theme] = 0;
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

}  // namespace wegwijzer
