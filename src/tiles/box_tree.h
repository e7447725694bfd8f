// SPDX-License-Identifier: EUPL-1.2
// Finds what may lie in a box: a packed tree of boxes around eight neighbours, eight of those, and so on.
// Small and quick where things come in the order of a space-filling curve, and right in any order.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "tiles/mercator.h"

namespace wegwijzer::tiles {

class BoxTree {
 public:
  BoxTree() = default;
  explicit BoxTree(std::span<WorldBox const> things);

  // Calls `visit(number)` for everything that meets the box, and for some neighbours of it. Time is of the
  // order of what is visited and the logarithm of what there is.
  template <class Visit>
  void meeting(WorldBox const& box, Visit visit) const {
    if (!levels_.empty()) descend(box, visit, levels_.size() - 1, 0);
  }

 private:
  static constexpr std::size_t fan_out = 8;

  template <class Visit>
  void descend(WorldBox const& box, Visit& visit, std::size_t level, std::size_t at) const {
    if (!meet(levels_[level][at], box)) return;
    auto const children = level == 0 ? things_ : levels_[level - 1].size();
    auto const end = std::min(children, (at + 1) * fan_out);
    for (auto child = at * fan_out; child < end; ++child) {
      if (level == 0) {
        visit(child);
      } else {
        descend(box, visit, level - 1, child);
      }
    }
  }

  std::size_t things_ = 0;
  std::vector<std::vector<WorldBox>> levels_;  // the first around eight things, the last one around all
};

}  // namespace wegwijzer::tiles
