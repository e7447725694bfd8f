// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/weighed_homes.h"

#include "opportunity/analysis.h"

namespace wegwijzer {

WeighedHomes weigh_homes(OpportunityModel const& model, Index<Area> area,
                         std::span<ChildProfile const> children) {
  WeighedHomes weighed;
  for (std::size_t i = 0; i < model.homes().size(); ++i) {
    if (model.atlas().areas().lies_in(model.homes()[i].area, area)) weighed.homes.push_back(i);
  }
  double all = 0;
  for (auto const& child : children) {
    auto& weights = weighed.weights.emplace_back();
    for (auto const i : weighed.homes) {
      auto const& home = model.homes()[i];
      auto const count = children_of(home, age_band(child.age)) * share_of_profile(model, home.area, child);
      weights.push_back(count);
      all += count;
    }
  }
  auto const each = 1 / static_cast<double>(weighed.homes.size() * children.size());
  for (auto& weights : weighed.weights) {
    for (auto& weight : weights) weight = all > 0 ? weight / all : each;
  }
  return weighed;
}

}  // namespace wegwijzer
