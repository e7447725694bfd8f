// SPDX-License-Identifier: EUPL-1.2
// From the straight lines of a plan to the bends of the ground: one smooth displacement of the whole plane,
// so that what meets in the plan meets on the ground. Then to a place on earth.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "base/geo_point.h"
#include "base/random.h"
#include "towns/geometry.h"

namespace wegwijzer::towns {

// Smooth chance over the plane, between -1 and 1: values on a grid of this width, blended.
class Noise {
 public:
  Noise(Random stream, double width) : key_(stream.next()), width_(width) {}

  double at(Point point) const;

 private:
  double corner(std::int64_t column, std::int64_t row) const;

  std::uint64_t key_;
  double width_;
};

class GroundShape {
 public:
  // Old cores, where streets bend most, as middle and radius.
  struct Core {
    Point middle;
    double radius = 0;
    bool operator==(Core const&) const = default;
  };

  GroundShape(Seed const& seed, std::vector<Core> const& cores);

  Point bent(Point plan) const;

  // A line of the plan as it lies on the ground: a point at least every 30 m, less where it runs straight.
  std::vector<Point> bent(Point from, Point to) const;

 private:
  double core_share(Point plan) const;

  std::unordered_map<std::int64_t, std::vector<Core>> cores_;  // by square of 4 km
  Noise wide_east_, wide_north_, fine_east_, fine_north_, core_east_, core_north_;
};

// The fictional country lies in the North Sea, so that nobody takes it for a real place and it never covers
// one.
GeoPoint on_earth(Point ground);

}  // namespace wegwijzer::towns
