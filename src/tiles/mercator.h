// SPDX-License-Identifier: EUPL-1.2
// The square of Web Mercator (EPSG:3857) and its tiles: the world is one tile at zoom 0, each zoom splits a
// tile in four.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/geo_point.h"
#include "tiles/plane.h"

namespace wegwijzer::tiles {

// Whole parts of 2^32 of the side of the world, from the north-west corner; at the equator one is 9 mm.
struct WorldPoint {
  std::uint32_t x = 0;
  std::uint32_t y = 0;
  bool operator==(WorldPoint const&) const = default;
};

inline constexpr double world_side = 4294967296.0;

// Beyond 85.05 degrees a point is put on the edge of the square.
WorldPoint to_world(GeoPoint point);
GeoPoint to_earth(WorldPoint point);

struct WorldBox {
  WorldPoint low;
  WorldPoint high;  // included
};

WorldBox around(WorldBox const& a, WorldBox const& b);

inline bool meet(WorldBox const& a, WorldBox const& b) {
  return a.low.x <= b.high.x && b.low.x <= a.high.x && a.low.y <= b.high.y && b.low.y <= a.high.y;
}

inline constexpr int last_zoom = 16;  // a browser stretches these tiles beyond

struct TileAddress {
  int zoom = 0;
  std::uint32_t x = 0;
  std::uint32_t y = 0;
  auto operator<=>(TileAddress const&) const = default;

  // Nothing when it is not a tile of the square down to the last zoom.
  static std::optional<TileAddress> parse(std::string_view zoom, std::string_view x, std::string_view y);

  WorldBox box() const;
};

inline constexpr double tile_extent = 4096;
// Eight CSS pixels: more than half the width of the widest street, so that borders do not show at the seams.
inline constexpr double tile_buffer = 64;

// From the world to the plane of a tile or a picture.
struct Frame {
  double left = 0;   // in world units
  double top = 0;    // in world units
  double scale = 1;  // plane units in a world unit
  Box kept;          // on the plane; what is outside is cut off

  static Frame of(TileAddress address);

  Point place(WorldPoint point) const { return {(point.x - left) * scale, (point.y - top) * scale}; }

  WorldBox world() const;  // what is kept
};

}  // namespace wegwijzer::tiles
