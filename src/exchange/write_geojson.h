// SPDX-License-Identifier: EUPL-1.2
// Venues and areas as GeoJSON (RFC 7946) for others to draw and count with; areas read back the same.
#pragma once

#include <span>
#include <string>

#include "domain/area.h"
#include "domain/venue.h"

namespace wegwijzer {

std::string write_shape_geojson(
    std::vector<Polygon> const& shape);  // one feature; without outline its geometry is null
std::string write_venues_geojson(std::span<Venue const> venues);  // properties: every field, unknown is null
std::string write_areas_geojson(
    std::span<Area const> areas);  // properties: code, name, source and the figures

}  // namespace wegwijzer
