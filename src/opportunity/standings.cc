// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/standings.h"

#include <algorithm>
#include <numeric>

namespace wegwijzer {

std::vector<Standing> standings(std::span<double const> figures) {
  std::vector<std::size_t> order(figures.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t i) { return figures[i]; });
  std::vector<Standing> found(figures.size());
  for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
    while (end < order.size() && figures[order[end]] == figures[order[begin]]) ++end;
    for (auto at = begin; at < end; ++at) found[order[at]] = {begin + 1, end};
  }
  return found;
}

}  // namespace wegwijzer
