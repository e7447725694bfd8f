// SPDX-License-Identifier: EUPL-1.2
// Learning places from a source of open data become venues; each keeps the source's id, so that a later
// import updates and never duplicates.
#pragma once

#include "domain/venue.h"
#include "usecases/import/report.h"

namespace wegwijzer {

// Fails only as the store does.
Done import_venues(Writer& writer, std::vector<Venue> venues, ImportReport& report);

}  // namespace wegwijzer
