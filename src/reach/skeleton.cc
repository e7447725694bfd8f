// SPDX-License-Identifier: EUPL-1.2
#include "reach/skeleton.h"

#include <algorithm>
#include <numeric>

namespace wegwijzer {

Skeleton::Skeleton(std::size_t nodes, std::span<Link const> links) : first_(nodes + 1) {
  for (auto const& [a, b] : links) {
    if (a == b) continue;
    ++first_[a + 1];
    ++first_[b + 1];
  }
  std::partial_sum(first_.begin(), first_.end(), first_.begin());
  neighbours_.resize(first_.back());
  auto next = first_;
  for (auto const& [a, b] : links) {
    if (a == b) continue;
    neighbours_[next[a]++] = b;
    neighbours_[next[b]++] = a;
  }
  // Each node's neighbours are sorted, and moved to the left over the repetitions before them.
  std::uint32_t kept = 0;
  for (std::size_t node = 0; node < nodes; ++node) {
    auto const begin = neighbours_.begin() + first_[node], end = neighbours_.begin() + next[node];
    std::sort(begin, end);
    first_[node] = kept;
    kept = static_cast<std::uint32_t>(std::unique_copy(begin, end, neighbours_.begin() + kept) -
                                      neighbours_.begin());
  }
  first_[nodes] = kept;
  neighbours_.resize(kept);
}

Skeleton skeleton(Streets const& streets) {
  std::vector<Skeleton::Link> links;
  links.reserve(streets.edge_count());
  for (auto const& edge : streets.columns().edges) links.emplace_back(edge.from.value(), edge.to.value());
  return {streets.node_count(), links};
}

}  // namespace wegwijzer
