// SPDX-License-Identifier: EUPL-1.2
// The children's way in: a handful of things to do instead of a list, and never nothing.
#pragma once

#include "usecases/offering/find.h"

namespace wegwijzer {

inline constexpr std::size_t most_for_child = 6;
inline constexpr std::size_t few_for_child = 3;

struct ForChild {
  bool home_known = false;          // travel times could be worked out; without them nothing is called near
  std::vector<FoundOffering> near;  // that one can join, of as many organisations as there are; at most 6
  std::vector<FoundOffering>
      further;  // the nearest beyond the minutes, when fewer than 3 are near; at most 3
  std::vector<FoundOffering>
      at_home;  // at home or online, of the theme or, where that gives nothing, of any; at most 3
  bool at_home_of_theme = true;
  std::optional<Arrival>
      to_ask;  // the nearest library or other open house where somebody knows the neighbourhood
};

// For the themes, age and home of the query; of its other wishes only whether it must be free and what it
// needs.
ForChild find_for_child(Atlas const& atlas, OfferingQuery const& query, Moment moment);

}  // namespace wegwijzer
