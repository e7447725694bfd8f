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
  auto const weigh = [&](auto const& weight) {
    double all = 0;
    weighed.weights.clear();
    for (auto const& child : children) {
      auto& weights = weighed.weights.emplace_back();
      for (auto const i : weighed.homes) all += weights.emplace_back(weight(model.homes()[i], child));
    }
    for (auto& weights : weighed.weights) {
      for (auto& one : weights) one = all > 0 ? one / all : 0;
    }
    return all > 0;
  };
  auto const of_age = [](HomeArea const& home, ChildProfile const& child) {
    return children_of(home, child.age);
  };
  bool const done = weigh([&](HomeArea const& home, ChildProfile const& child) {
    return of_age(home, child) * share_of_profile(model, home.area, child);
  });
  if (!done && !weigh(of_age)) weigh([](HomeArea const&, ChildProfile const&) { return 1.0; });
  return weighed;
}

}  // namespace wegwijzer
