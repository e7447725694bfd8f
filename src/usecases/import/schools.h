// SPDX-License-Identifier: EUPL-1.2
// Each school of DUO becomes an organisation with its venue.
#pragma once

#include "exchange/schools_geojson.h"
#include "usecases/import/report.h"

namespace wegwijzer {

// Fails only as the store does.
Done import_schools(Writer& writer, std::vector<SchoolRow> schools, ImportReport& report);

}  // namespace wegwijzer
