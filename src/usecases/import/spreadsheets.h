// SPDX-License-Identifier: EUPL-1.2
// What a club secretary keeps in a spreadsheet becomes organisations, venues and offerings.
#pragma once

#include "exchange/offerings_csv.h"
#include "exchange/organisations_csv.h"
#include "usecases/import/report.h"

namespace wegwijzer {

// Rows that cannot be placed become problems of the report; the others are kept. Fails only as the store
// does.
Done import_organisations(Writer& writer, std::vector<OrganisationRow> rows, ImportReport& report);
Done import_offerings(Writer& writer, std::vector<OfferingRow> rows, ImportReport& report);

}  // namespace wegwijzer
