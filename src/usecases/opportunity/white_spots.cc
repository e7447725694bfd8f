// SPDX-License-Identifier: EUPL-1.2
#include "usecases/opportunity/white_spots.h"

#include <algorithm>
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

// Those with a venue in the same gemeente, and those that asked about an area there.
std::set<Index<Ecosystem>> ecosystems_of(OpportunityModel const& model, Index<Area> area) {
  auto const& atlas = model.atlas();
  auto const& network = atlas.network();
  auto const& here = model.surroundings().ecosystems(area);
  std::set<Index<Ecosystem>> found(here.begin(), here.end());
  auto const whole = atlas.areas().outermost(area);
  auto const is_there = [&](AreaCode const& code) {
    auto const asked = atlas.areas().find(code);
    return asked && atlas.areas().outermost(*asked) == whole;
  };
  for (std::size_t i = 0; i < network.all<Inquiry>().size(); ++i) {
    Index<Inquiry> const inquiry(i);
    if (std::ranges::any_of(network[inquiry].areas, is_there)) found.insert(network.links(inquiry).ecosystem);
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
