// SPDX-License-Identifier: EUPL-1.2
// Where the children of an analysis live: the doors of a buurt within one square, taken together.
#pragma once

#include <array>
#include <vector>

#include "atlas/atlas.h"
#include "domain/homes.h"
#include "streets/profile.h"

namespace wegwijzer {

using ChildCounts = std::array<double, ChildrenByAge::ages>;  // the first is of age 4

struct HomeArea {
  Index<Area> area;  // the smallest kind that is known there: a buurt, else a wijk
  GeoPoint point;    // the door nearest to the middle of its children; without doors the middle of the area
  ChildCounts children{};
  bool operator==(HomeArea const&) const = default;
};

// Children of this age, 4 to 14.
inline double children_of(HomeArea const& home, int age) {
  return home.children[static_cast<std::size_t>(age - ChildrenByAge::youngest)];
}

// By area, and from south to north within one. Doors of one square of so many metres a side are one home
// area; 0 takes those of a whole area together. Of an area without known doors the children follow from its
// key figures, and are none when these are not known either.
std::vector<HomeArea> home_areas(Atlas const& atlas, int square_metres);

}  // namespace wegwijzer
