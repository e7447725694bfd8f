// SPDX-License-Identifier: EUPL-1.2
#include "exchange/osm_towns.h"

#include <algorithm>
#include <array>

namespace wegwijzer {

namespace {

constexpr std::array reaches{12'000.0, 6'000.0, 3'000.0};  // metres, by TownSize

// 12 km is 0.108 degree of latitude.
constexpr std::int32_t longest_reach_north = 1'100'000;

template <class Sorted, class Thing, class Order>
void insert_sorted(Sorted& things, Thing thing, Order order) {
  auto const where = std::ranges::upper_bound(things, order(thing), {}, order);
  things.insert(where, std::move(thing));
}

}  // namespace

void OsmTowns::add_point(std::string name, TownSize size, GeoPoint point) {
  auto const reach = reaches[static_cast<std::size_t>(size)];
  insert_sorted(centres_, Centre{std::move(name), reach, point},
                [](Centre const& centre) { return centre.point.latitude; });
}

void OsmTowns::add_outline(std::string name, std::vector<Polygon> outline) {
  auto const box = box_around(outline);
  insert_sorted(outlines_, Outline{std::move(name), box, std::move(outline)},
                [](Outline const& town) { return town.box.size(); });
}

std::string OsmTowns::town_at(GeoPoint point) const {
  for (auto const& town : outlines_) {
    if (town.box.holds(point) && contains(town.outline, point)) return town.name;
  }
  auto const latitude = [](Centre const& centre) { return centre.point.latitude; };
  auto centre = std::ranges::lower_bound(centres_, point.latitude - longest_reach_north, {}, latitude);
  std::string nearest;
  double least = 1;
  for (; centre != centres_.end() && centre->point.latitude <= point.latitude + longest_reach_north;
       ++centre) {
    double const share = distance(point, centre->point).value / centre->reach;
    if (share >= least) continue;
    least = share;
    nearest = centre->name;
  }
  return nearest;
}

}  // namespace wegwijzer
