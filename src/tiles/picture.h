// SPDX-License-Identifier: EUPL-1.2
// A part of the map as a picture with numbered dots: SVG for pages without script, or on another canvas.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/polygon.h"
#include "domain/colour.h"
#include "tiles/canvas.h"
#include "tiles/drawing.h"
#include "tiles/palette.h"

namespace wegwijzer::tiles {

struct PictureWish {
  int width = 640;  // CSS pixels
  int height = 480;
  std::optional<GeoPoint> middle{};  // nothing: of dots, place and way, else of home
  std::optional<Metres> reach{};     // from the middle to the nearest side; nothing: around the same
  std::vector<GeoPoint> dots{};      // numbered from 1 in this order; those at one place are one dot
  std::optional<GeoPoint> place{};   // a dot without a number
  std::optional<GeoPoint> home{};    // marked with a ring
  std::vector<Polygon> ground{};     // coloured: what is within some minutes of home, or an area
  std::vector<GeoPoint> way{};       // from it to the place
  Look look = Look::light;
  std::optional<Colour> dot{};  // of dots and coloured ground, instead of the map's own
};

// Both fail with "map.nowhere" when nothing says where.
Done paint(MapSources const& sources, PictureWish const& wish, Canvas& canvas);
Result<std::string> picture(MapSources const& sources, PictureWish const& wish);

}  // namespace wegwijzer::tiles
