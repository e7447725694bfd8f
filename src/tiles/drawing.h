// SPDX-License-Identifier: EUPL-1.2
// What a tile or a picture shows: cut to its frame, simplified to what can be seen, in kinds.
#pragma once

#include <array>
#include <map>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "tiles/map_source.h"

namespace wegwijzer::tiles {

inline constexpr auto area_kind_count = static_cast<std::size_t>(last_map_area_kind) + 1;
inline constexpr auto line_kind_count = static_cast<std::size_t>(last_map_line_kind) + 1;

struct Label {
  MapLabelKind kind;
  std::string_view name;
  Point at;
};

using StreetKey = std::pair<StreetClass, std::string_view>;

// Names are those of the sources, which must outlive it.
struct Drawing {
  std::array<std::vector<Outline>, area_kind_count> areas;
  std::array<std::vector<Path>, line_kind_count> lines;
  std::map<StreetKey, std::vector<Path>> streets;
  std::vector<Label> labels;

  std::vector<Outline> const& of(MapAreaKind kind) const { return areas[static_cast<std::size_t>(kind)]; }

  std::vector<Path> const& of(MapLineKind kind) const { return lines[static_cast<std::size_t>(kind)]; }
};

struct Detail {
  int zoom;          // what is on the map from this zoom is shown
  double tolerance;  // in plane units
};

using MapSources = std::vector<std::shared_ptr<MapSource const>>;

Drawing draw(MapSources const& sources, Frame const& frame, Detail const& detail);

// The same from what meets `box`, which holds the frame: with a larger box it takes longer, no more.
Drawing draw(MapSources const& sources, Frame const& frame, Detail const& detail, WorldBox const& box);

}  // namespace wegwijzer::tiles
