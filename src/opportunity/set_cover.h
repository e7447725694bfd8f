// SPDX-License-Identifier: EUPL-1.2
// The fewest sets that together hold every element (minimum set cover), with a proof where the steps allow.
// Reduced first by rules that lose no best answer (essential sets, dominated sets and elements), then part by
// part: what shares no set is apart. Each part by the greedy rule (V. Chvátal, Math. Oper. Res. 4, 1979),
// kept lazily up to date (M. Minoux, 1978), and improved by branch and bound.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace wegwijzer {

struct SetCover {
  std::vector<std::uint32_t> chosen;  // sets, in ascending order
  std::size_t at_least = 0;           // no cover has fewer

  bool shortest() const { return chosen.size() == at_least; }
};

// `held_by[e]`: the sets, numbered from 0, that hold element e; at least one. Of sets that hold the same, the
// one with the lowest number is taken. At most `steps` branches are tried; the same input gives the same
// answer.
SetCover smallest_cover(std::vector<std::vector<std::uint32_t>> const& held_by, std::size_t sets,
                        std::size_t steps);

}  // namespace wegwijzer
