// SPDX-License-Identifier: EUPL-1.2
// What visitors find in a drawn town at noon, by the titles.
#pragma once

#include <string>
#include <vector>

#include "kit/drawn_atlas.h"
#include "usecases/offering/find.h"

namespace wegwijzer {

inline Moment const noon{date(2026, 11, 17), {12 * 60}};  // a Tuesday

using Titles = std::vector<std::string>;

inline Titles titles(Atlas const& atlas, std::vector<FoundOffering> const& found) {
  Titles out;
  for (auto const& one : found) out.push_back(atlas.catalogue()[one.offering].title);
  return out;
}

inline Titles found(AtlasDraft const& draft, OfferingQuery const& query) {
  auto const atlas = draft.atlas();
  return titles(atlas, find_offerings(atlas, query, noon).offerings);
}

}  // namespace wegwijzer
