// SPDX-License-Identifier: EUPL-1.2
// What the background map is drawn from: water, green, buildings, railways and names. Streets are drawn from
// Streets.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/area.h"

namespace wegwijzer {

enum class MapAreaKind : std::uint8_t { water, wood, park, grass, nature_reserve, building };
constexpr auto last_map_area_kind = MapAreaKind::building;

enum class MapLineKind : std::uint8_t { river, stream, railway, tram };
constexpr auto last_map_line_kind = MapLineKind::tram;

enum class MapLabelKind : std::uint8_t {
  city,
  town,
  village,
  hamlet,
  suburb,
  neighbourhood,
  park,
  water,
  station
};
constexpr auto last_map_label_kind = MapLabelKind::station;

struct MapArea {
  MapAreaKind kind = MapAreaKind::water;
  std::vector<Polygon> outline;  // rings are closed and have at least four points
  bool operator==(MapArea const&) const = default;
};

struct MapLine {
  MapLineKind kind = MapLineKind::river;
  std::vector<GeoPoint> line;  // at least two points
  bool operator==(MapLine const&) const = default;
};

struct MapLabel {
  MapLabelKind kind = MapLabelKind::town;
  std::string name;
  GeoPoint point;
  bool operator==(MapLabel const&) const = default;
};

struct Basemap {
  std::vector<MapArea> areas;
  std::vector<MapLine> lines;
  std::vector<MapLabel> labels;
  bool operator==(Basemap const&) const = default;
};

}  // namespace wegwijzer
