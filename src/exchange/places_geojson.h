// SPDX-License-Identifier: EUPL-1.2
// Places as GeoJSON with OpenStreetMap tags as properties, as Overpass and many exports give them.
#pragma once

#include <string_view>

#include "domain/venue.h"
#include "domain/vocabulary.h"
#include "exchange/import.h"

namespace wegwijzer {

struct PlacesImport : Import<Venue> {  // source "osm:node/123", as the PBF reader has it
  std::size_t features = 0;            // in the file; those that are no learning place are passed over
};

Result<PlacesImport> read_places_geojson(std::string_view bytes, Vocabulary const& vocabulary);

}  // namespace wegwijzer
