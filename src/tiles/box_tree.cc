// SPDX-License-Identifier: EUPL-1.2
#include "tiles/box_tree.h"

namespace wegwijzer::tiles {

namespace {

std::vector<WorldBox> above(std::span<WorldBox const> boxes, std::size_t fan_out) {
  std::vector<WorldBox> groups;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    if (i % fan_out == 0) {
      groups.push_back(boxes[i]);
    } else {
      groups.back() = around(groups.back(), boxes[i]);
    }
  }
  return groups;
}

}  // namespace

BoxTree::BoxTree(std::span<WorldBox const> things) : things_(things.size()) {
  if (things.empty()) return;
  levels_.push_back(above(things, fan_out));
  while (levels_.back().size() > 1) levels_.push_back(above(levels_.back(), fan_out));
}

}  // namespace wegwijzer::tiles
