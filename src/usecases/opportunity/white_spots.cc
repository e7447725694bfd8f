// SPDX-License-Identifier: EUPL-1.2
#include "usecases/opportunity/white_spots.h"

#include <numeric>
#include <set>

namespace wegwijzer {

namespace {

KnownOfArea known_of(Atlas const& atlas, Index<Ecosystem> ecosystem, Date today, Index<Area> area, int age) {
  Completeness const all(atlas, ecosystem, today);
  KnownOfArea known{ecosystem, {}, {}};
  for (auto const& buurt : all.buurten()) {
    if (!buurt.children || !atlas.areas().lies_in(buurt.area, area)) continue;
    for (std::size_t theme = 0; theme < buurt.by_theme.size(); ++theme) {
      auto const state = buurt.by_theme[theme].at(age);
      ++known.states[static_cast<std::size_t>(state)];
      if (state == CellState::reported_none) known.white.push_back({buurt.area, all.themes()[theme]});
    }
  }
  return known;
}

std::set<Index<Ecosystem>> ecosystems_of(OpportunityModel const& model, Index<Area> area) {
  std::set<Index<Ecosystem>> found;
  for (auto const& home : model.homes()) {
    if (!model.atlas().areas().lies_in(home.area, area)) continue;
    auto const& here = model.surroundings().ecosystems(home.area);
    found.insert(here.begin(), here.end());
  }
  return found;
}

}  // namespace

std::vector<KnownOfArea> white_spots(OpportunityModel const& model, Index<Area> area, int age) {
  std::vector<KnownOfArea> all;
  for (auto const ecosystem : ecosystems_of(model, area)) {
    auto known = known_of(model.atlas(), ecosystem, model.today(), area, age);
    auto const cells = std::accumulate(known.states.begin(), known.states.end(), std::size_t{0});
    if (cells > 0) all.push_back(std::move(known));
  }
  return all;
}

}  // namespace wegwijzer
