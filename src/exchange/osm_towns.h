// SPDX-License-Identifier: EUPL-1.2
// Says in which town a point lies.
#pragma once

#include <string>
#include <vector>

#include "domain/area.h"
#include "exchange/osm_shape.h"

namespace wegwijzer {

enum class TownSize { city, town, village };

class OsmTowns {
 public:
  void add_point(std::string name, TownSize size, GeoPoint point);
  void add_outline(std::string name, std::vector<Polygon> outline);

  // The town whose outline holds the point, the smallest first. Otherwise the nearest, by distance as a share
  // of how far towns of that size reach: a city 12 km, a town 6 km, a village 3 km (assumption). Empty when
  // none reaches.
  std::string town_at(GeoPoint point) const;

 private:
  struct Centre {
    std::string name;
    double reach = 0;
    GeoPoint point;
  };

  struct Outline {
    std::string name;
    OutlineBox box;
    std::vector<Polygon> outline;
  };

  std::vector<Centre> centres_;    // from south to north
  std::vector<Outline> outlines_;  // from small to large
};

}  // namespace wegwijzer
