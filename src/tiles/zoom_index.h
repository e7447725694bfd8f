// SPDX-License-Identifier: EUPL-1.2
// Things found by where they are and by the zoom from which they are on the map: one tree for each zoom, so
// that a view from afar never meets the houses.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "tiles/box_tree.h"

namespace wegwijzer::tiles {

class ZoomIndex {
 public:
  struct Entry {
    int from = 0;  // zoom
    WorldBox box;
  };

  ZoomIndex() = default;
  explicit ZoomIndex(std::span<Entry const> things);

  // Calls `visit(number)` for the things on the map at this zoom that meet the box, and for some neighbours.
  template <class Visit>
  void meeting(WorldBox const& box, int zoom, Visit visit) const {
    for (int from = 0; from <= zoom && from <= last_zoom; ++from) {
      auto const& shelf = shelves_[static_cast<std::size_t>(from)];
      shelf.tree.meeting(box, [&](std::size_t i) { visit(shelf.things[i]); });
    }
  }

 private:
  struct Shelf {
    std::vector<std::uint32_t> things;
    BoxTree tree;
  };

  std::array<Shelf, last_zoom + 1> shelves_;
};

}  // namespace wegwijzer::tiles
