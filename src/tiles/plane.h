// SPDX-License-Identifier: EUPL-1.2
// Points, lines and outlines on the plane of one tile or picture: x to the right, y down.
#pragma once

#include <vector>

namespace wegwijzer::tiles {

struct Point {
  double x = 0;
  double y = 0;
  bool operator==(Point const&) const = default;
};

using Path = std::vector<Point>;

// A closed path; its first point is not repeated at the end.
using Loop = std::vector<Point>;

struct Outline {
  Loop outer;
  std::vector<Loop> holes;
  bool operator==(Outline const&) const = default;
};

struct Box {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
};

// Positive when it runs clockwise as seen on the screen, as the outer ring of a vector tile does.
double signed_area(Loop const& loop);

// Even-odd rule; a point on the border may fall on either side.
bool contains(Loop const& loop, Point point);

Box box_around(Path const& path);  // of at least one point

// Both boxes have their borders.
inline bool meet(Box const& a, Box const& b) {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}

inline bool within(Box const& inner, Box const& outer) {
  return inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top &&
         inner.bottom <= outer.bottom;
}

}  // namespace wegwijzer::tiles
