// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "domain/area.h"
#include "usecases/import/report.h"

namespace wegwijzer {

// Outlines and figures of areas; what the file does not know of an area is kept.
Done import_areas(Writer& writer, std::vector<Area> const& areas, ImportReport& report);

}  // namespace wegwijzer
