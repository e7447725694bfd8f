// SPDX-License-Identifier: EUPL-1.2
// Finds the edges near a point: a packed tree of bounding boxes over consecutive edges. It is small and quick
// where edges lie in the order of a space-filling curve, as the builder leaves them, and right in any order.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/geo_point.h"
#include "base/index.h"

namespace wegwijzer {

struct Edge;

struct GeoBox {
  GeoPoint low;
  GeoPoint high;
};

class EdgeTree {
 public:
  EdgeTree() = default;
  EdgeTree(std::span<std::uint32_t const> first_point, std::span<GeoPoint const> points);

  // Calls `visit(edge)` for every edge whose box may lie within `metres` of the middle of the plane; `visit`
  // returns the distance that still matters, so a search for the nearest narrows as it goes.
  template <class Visit>
  void near(LocalPlane const& plane, double metres, Visit visit) const {
    if (levels_.empty()) return;
    descend(plane, metres, visit, levels_.size() - 1, 0);
  }

 private:
  static constexpr std::size_t fan_out = 8;

  template <class Visit>
  void descend(LocalPlane const& plane, double& metres, Visit& visit, std::size_t level,
               std::size_t box) const {
    if (distance_to(levels_[level][box], plane) > metres) return;
    std::size_t const children = level == 0 ? edges_ : levels_[level - 1].size();
    std::size_t const end = std::min(children, (box + 1) * fan_out);
    for (std::size_t child = box * fan_out; child < end; ++child) {
      if (level == 0) {
        metres = visit(Index<Edge>(child));
      } else {
        descend(plane, metres, visit, level - 1, child);
      }
    }
  }

  static double distance_to(GeoBox const& box, LocalPlane const& plane);

  std::size_t edges_ = 0;
  std::vector<std::vector<GeoBox>>
      levels_;  // the first holds boxes around edges, the last one box around all
};

}  // namespace wegwijzer
