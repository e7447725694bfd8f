// SPDX-License-Identifier: EUPL-1.2
// Areas of CBS (gemeente, wijk, buurt): outlines with figures from GeoJSON in WGS84 or RD, or figures alone
// from CSV. Suppressed figures stay unknown.
#pragma once

#include <string_view>

#include "domain/area.h"
#include "exchange/import.h"

namespace wegwijzer {

// Parts that share a code become one area. Source "cbs:WK050312".
Result<Import<Area>> read_areas_geojson(std::string_view bytes);

// Areas without outline, to be added to those that have one.
Result<Import<Area>> read_areas_csv(std::string_view bytes);

}  // namespace wegwijzer
