// SPDX-License-Identifier: EUPL-1.2
#include "reach/neighbours_together.h"

#include <algorithm>
#include <utility>

namespace wegwijzer {

std::vector<std::uint32_t> neighbours_together(Hierarchy const& hierarchy,
                                               std::span<std::optional<Place> const> places) {
  std::vector<std::pair<Rank, std::uint32_t>> found;
  for (std::uint32_t at = 0; at < places.size(); ++at) {
    if (places[at])
      found.emplace_back(hierarchy.rank(hierarchy.times->streets().edge(places[at]->edge).from), at);
  }
  std::ranges::sort(found);
  std::vector<std::uint32_t> order;
  order.reserve(found.size());
  for (auto const& [rank, place] : found) order.push_back(place);
  return order;
}

}  // namespace wegwijzer
