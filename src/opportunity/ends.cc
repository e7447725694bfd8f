// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/ends.h"

#include "opportunity/weighed_homes.h"

namespace wegwijzer {

std::vector<OfferingEnds> ends_in(OpportunityModel const& model, Index<Area> area,
                                  std::span<ChildProfile const> children) {
  auto const weighed = weigh_homes(model, area, children);
  std::vector<OfferingEnds> all(model.candidates().all().size());
  Reckoner reckoner(model, Subjects(model.atlas().themes()));
  for (std::size_t p = 0; p < children.size(); ++p) {
    ProfileTable const table(model, children[p]);
    for (std::size_t i = 0; i < weighed.homes.size(); ++i) {
      auto const home = weighed.homes[i];
      auto const weight = weighed.weights[p][i];
      if (weight <= 0) continue;
      reckoner.reckon(model.homes()[home].area, model.reached(home, children[p].travel()), table);
      for (auto const candidate : reckoner.open()) {
        auto& ends = all[candidate];
        ends.open += weight;
        if (reckoner.has_deeper(candidate)) continue;
        ends.not_deeper += weight;
        if (!reckoner.has_broader(candidate)) ends.dead += weight;
      }
    }
  }
  std::vector<OfferingEnds> ends;
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].offering = model.candidates()[i].offering;
    if (all[i].open > 0) ends.push_back(all[i]);
  }
  return ends;
}

}  // namespace wegwijzer
