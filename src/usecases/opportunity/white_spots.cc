// SPDX-License-Identifier: EUPL-1.2
#include "usecases/opportunity/white_spots.h"

#include <algorithm>
#include <optional>
#include <set>

namespace wegwijzer {

namespace {

bool nobody_was_asked(Evidence const& evidence, AgeRange ages) {
  for (int age = ages.from; age <= ages.to; ++age) {
    if (evidence.at(age) != CellState::not_asked) return false;
  }
  return true;
}

std::optional<AgeRange> white_for(Evidence const& evidence, AgeRange ages) {
  std::optional<AgeRange> found;
  for (int age = ages.from; age <= ages.to; ++age) {
    if (evidence.at(age) != CellState::reported_none) continue;
    found = AgeRange{found ? found->from : age, age};
  }
  return found;
}

// Nothing when the network knows no buurt in the area.
std::optional<KnownOfArea> known_of(Atlas const& atlas, Index<Ecosystem> ecosystem, Date today,
                                    Index<Area> area, AgeRange ages) {
  Completeness const all(atlas, ecosystem, today);
  std::optional<KnownOfArea> known;
  for (auto const& buurt : all.buurten()) {
    if (!buurt.children || !atlas.areas().lies_in(buurt.area, area)) continue;
    if (!known) known = KnownOfArea{ecosystem, 0, {}};
    for (std::size_t theme = 0; theme < buurt.by_theme.size(); ++theme) {
      auto const& evidence = buurt.by_theme[theme];
      if (nobody_was_asked(evidence, ages)) ++known->not_asked;
      if (auto const white = white_for(evidence, ages)) {
        known->white.push_back({buurt.area, all.themes()[theme], *white});
      }
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

std::vector<KnownOfArea> white_spots(OpportunityModel const& model, Index<Area> area, AgeRange ages) {
  std::vector<KnownOfArea> all;
  for (auto const ecosystem : ecosystems_of(model, area)) {
    if (auto known = known_of(model.atlas(), ecosystem, model.today(), area, ages)) {
      all.push_back(*std::move(known));
    }
  }
  return all;
}

}  // namespace wegwijzer
