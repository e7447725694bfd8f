// SPDX-License-Identifier: EUPL-1.2
#include "tiles/zoom_index.h"

namespace wegwijzer::tiles {

ZoomIndex::ZoomIndex(std::span<Entry const> things) {
  std::array<std::vector<WorldBox>, last_zoom + 1> boxes;
  for (std::size_t i = 0; i < things.size(); ++i) {
    auto const from = static_cast<std::size_t>(things[i].from);
    shelves_[from].things.push_back(static_cast<std::uint32_t>(i));
    boxes[from].push_back(things[i].box);
  }
  for (std::size_t from = 0; from < boxes.size(); ++from) {
    shelves_[from].things.shrink_to_fit();
    shelves_[from].tree = BoxTree(boxes[from]);
  }
}

}  // namespace wegwijzer::tiles
