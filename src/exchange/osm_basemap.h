// SPDX-License-Identifier: EUPL-1.2
// Which things of OpenStreetMap are drawn on the basemap, and as what.
#pragma once

#include <span>

#include "exchange/basemap.h"
#include "exchange/osm_thing.h"

namespace wegwijzer {

// Adds an outline, a label, both or nothing.
void draw(OsmThing const& thing, Basemap& basemap);

// Adds a waterway or railway above the ground, or nothing.
void draw_line(Tags const& tags, std::span<GeoPoint const> line, Basemap& basemap);

}  // namespace wegwijzer
