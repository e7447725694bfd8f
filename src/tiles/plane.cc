// SPDX-License-Identifier: EUPL-1.2
#include "tiles/plane.h"

#include <algorithm>
#include <cstddef>

namespace wegwijzer::tiles {

double signed_area(Loop const& loop) {
  double twice = 0;
  for (std::size_t i = 0; i < loop.size(); ++i) {
    auto const& from = loop[i];
    auto const& to = loop[(i + 1) % loop.size()];
    // Seen from the first point, so that a small loop far from the corner keeps its digits.
    twice += (from.x - loop[0].x) * (to.y - loop[0].y) - (to.x - loop[0].x) * (from.y - loop[0].y);
  }
  return twice / 2;
}

bool contains(Loop const& loop, Point point) {
  bool inside = false;
  for (std::size_t i = 0; i < loop.size(); ++i) {
    auto const& a = loop[i];
    auto const& b = loop[(i + 1) % loop.size()];
    if ((a.y > point.y) == (b.y > point.y)) continue;
    if (point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x)) inside = !inside;
  }
  return inside;
}

Box box_around(Path const& path) {
  Box box{path[0].x, path[0].y, path[0].x, path[0].y};
  for (auto const& [x, y] : path) {
    box = {std::min(box.left, x), std::min(box.top, y), std::max(box.right, x), std::max(box.bottom, y)};
  }
  return box;
}

}  // namespace wegwijzer::tiles
