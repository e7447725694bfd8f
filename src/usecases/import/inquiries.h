// SPDX-License-Identifier: EUPL-1.2
// What a coordinator noted of who was asked becomes inquiries.
#pragma once

#include "exchange/inquiries_csv.h"
#include "usecases/import/report.h"

namespace wegwijzer {

// A row whose area or organisation is not known becomes a problem of the report; the others are kept, and
// open questions are counted. Fails only as the store does.
Done import_inquiries(Writer& writer, std::vector<InquiryRow> const& rows, ImportReport& report);

}  // namespace wegwijzer
