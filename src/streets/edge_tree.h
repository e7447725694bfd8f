// SPDX-License-Identifier: EUPL-1.2
// Finds the edges near a point: a packed tree of bounding boxes over consecutive edges. It is small and quick
// where edges lie in the order of a space-filling curve, as the builder leaves them, and right in any order.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
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
  // returns the distance that still matters, so a search for the nearest narrows as it goes. What seems
  // nearest comes first, so that it narrows soon.
  template <class Visit>
  void near(LocalPlane const& plane, double metres, Visit visit) const {
    if (!levels_.empty()) descend(plane, metres, visit, levels_.size() - 1, 0);
  }

 private:
  static constexpr std::size_t fan_out = 8;

  template <class Visit>
  void descend(LocalPlane const& plane, double& metres, Visit& visit, std::size_t level,
               std::size_t box) const {
    if (level == 0) {
      auto const end = std::min(edges_, (box + 1) * fan_out);
      for (auto edge = box * fan_out; edge < end; ++edge) metres = visit(Index<Edge>(edge));
      return;
    }
    for (auto const& child : nearest_first(plane, level - 1, box)) {
      if (child.metres > metres || child.metres == std::numeric_limits<double>::infinity()) return;
      descend(plane, metres, visit, level - 1, child.box);
    }
  }

  struct Child {
    double metres = std::numeric_limits<double>::infinity();
    std::size_t box = 0;
  };

  // The boxes of this level within one above; where there are fewer than a full box has, some at infinity.
  std::array<Child, fan_out> nearest_first(LocalPlane const& plane, std::size_t level,
                                           std::size_t above) const;

  std::size_t edges_ = 0;
  std::vector<std::vector<GeoBox>>
      levels_;  // the first holds boxes around edges, the last one box around all
};

}  // namespace wegwijzer
