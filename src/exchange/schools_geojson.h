// SPDX-License-Identifier: EUPL-1.2
// Schools of DUO (open onderwijsdata) as GeoJSON points: each an organisation with a venue.
#pragma once

#include <string_view>

#include "domain/organisation.h"
#include "domain/venue.h"
#include "exchange/import.h"

namespace wegwijzer {

enum class SchoolType { primary, secondary, special, other };

struct SchoolRow {
  SchoolType type = SchoolType::other;
  Organisation organisation;  // source "duo:00AB-01" (BRIN and location) or "duo:<type>/<town>/<name>"
  Venue venue;                // the same source with "/venue"
};

Result<Import<SchoolRow>> read_schools_geojson(std::string_view bytes);

}  // namespace wegwijzer
