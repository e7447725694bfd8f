// SPDX-License-Identifier: EUPL-1.2
// A thing on the map as OpenStreetMap tells it: its tags, and the point or outline where it is.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "domain/area.h"
#include "streets/street_use.h"

namespace wegwijzer {

struct OsmThing {
  std::string source;  // "osm:node/123", "osm:way/123", "osm:relation/123"
  Tags tags;
  std::size_t tag_count = 0;
  GeoPoint point;                  // of a node, or a point inside the outline
  std::vector<Polygon> outline{};  // empty for a node
};

}  // namespace wegwijzer
