// SPDX-License-Identifier: EUPL-1.2
// A map as a picture (SVG): water, green, buildings and railways of the basemap, and the streets on them.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>

#include "exchange/basemap.h"
#include "streets/streets.h"

namespace wegwijzer {

struct PictureFrame {
  GeoPoint middle;
  Metres half_width;  // of the square that is drawn
};

// Around everything there is, or nothing when there are no streets.
std::optional<PictureFrame> frame_around(Streets const& streets);

// One unit is one metre. Whatever touches the frame is drawn.
void write_map_svg(std::ostream& out, Streets const& streets, Basemap const& basemap,
                   PictureFrame const& frame);

}  // namespace wegwijzer
