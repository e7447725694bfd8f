// SPDX-License-Identifier: EUPL-1.2
#include "usecases/offering/steps.h"

namespace wegwijzer {

namespace {

OfferingSteps start_of(Atlas const& atlas, Index<Offering> offering, OfferingQuery query) {
  if (auto reach = reach_of(atlas, query)) return {Start::home, std::move(reach), {}};
  auto const venue = atlas.catalogue().facts(offering).venue;
  if (!venue) return {};
  query.home = atlas.catalogue()[*venue].point;
  auto reach = reach_of(atlas, query);
  auto const start = reach ? Start::venue : Start::anywhere;
  return {start, std::move(reach), {}};
}

}  // namespace

OfferingSteps steps_from(Atlas const& atlas, Index<Offering> offering, OfferingQuery const& query,
                         Date today) {
  auto found = start_of(atlas, offering, query);
  Circumstances const child{found.reach ? &*found.reach : nullptr, query.age, today, query.free,
                            access_bits(query.access)};
  found.steps = next_steps(atlas, offering, child);
  return found;
}

}  // namespace wegwijzer
