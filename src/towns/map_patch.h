// SPDX-License-Identifier: EUPL-1.2
// What lies on the ground of one cell, as OpenStreetMap would have it: nodes, ways with tags, areas.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/geo_point.h"
#include "streets/street_use.h"

namespace wegwijzer::towns {

enum class WayKind : std::uint8_t {
  none,
  motorway,
  trunk,
  primary,
  secondary,
  tertiary,
  tertiary_with_lanes,  // for bicycles
  tertiary_in_country,  // with nowhere to walk beside the cars
  residential,
  living_street,
  pedestrian,
  unclassified,
  service,
  track,
  cycleway,
  footway,
  steps,
  path,
  railway,
  river,
  canal,
  ditch
};
constexpr std::size_t way_kind_count = 22;

// Streets on which houses stand.
constexpr bool has_front_doors(WayKind kind) {
  return kind >= WayKind::tertiary && kind <= WayKind::unclassified;
}

constexpr bool is_street(WayKind kind) {
  return kind >= WayKind::motorway && kind <= WayKind::path;
}

enum class ShapeKind : std::uint8_t { water, wood, park, grass, meadow, playground, pitch, building };

enum class Height : std::uint8_t { ground, bridge, tunnel };

struct MapNode {
  std::int64_t id = 0;
  GeoPoint at;
};

struct MapWay {
  WayKind kind = WayKind::none;
  Height height = Height::ground;
  std::string name;
  std::vector<MapNode> nodes;
};

struct MapShape {
  ShapeKind kind = ShapeKind::grass;
  std::string name;
  std::vector<GeoPoint> outline;  // closed
};

// A front along a street: so many dwellings, or none where something else than homes can stand.
struct Front {
  GeoPoint at;
  int dwellings = 0;
  std::string street;
};

struct MapPatch {
  std::vector<MapWay> ways;  // their nodes have ids that are the same in every patch
  std::vector<MapShape> shapes;
  std::vector<Front> fronts;
};

// The tags of OpenStreetMap for a way or shape of this kind, without its name.
std::span<Tag const> tags_of(WayKind kind);
std::span<Tag const> tags_of(ShapeKind kind);

}  // namespace wegwijzer::towns
