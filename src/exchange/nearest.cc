// SPDX-License-Identifier: EUPL-1.2
#include "exchange/nearest.h"

#include <algorithm>
#include <numeric>

#include "base/words.h"

namespace wegwijzer {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> above(b.size() + 1);
  std::iota(above.begin(), above.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto diagonal = above[0];
    above[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      auto const change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = above[j];
      above[j] = std::min({above[j] + 1, above[j - 1] + 1, change});
    }
  }
  return above.back();
}

std::optional<std::string> nearest(std::string_view word, std::vector<std::string> const& known) {
  auto const wanted = folded(word.substr(0, 100));
  std::optional<std::string> best;
  // One letter in four may be wrong: more would be a guess ("koken" is not "maken").
  auto least = std::max<std::size_t>(wanted.size() / 4, 1) + 1;
  for (auto const& candidate : known) {
    auto const distance = edit_distance(wanted, folded(candidate));
    if (distance >= least) continue;
    least = distance;
    best = candidate;
  }
  return best;
}

}  // namespace wegwijzer
