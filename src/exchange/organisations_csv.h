// SPDX-License-Identifier: EUPL-1.2
// Organisations as a spreadsheet has them (docs/manual/bestanden.md): one row is one organisation and, if it
// says where, one venue. Writing and reading gives the same values back, but for ids, versions and archiving.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "domain/organisation.h"
#include "exchange/venue_columns.h"

namespace wegwijzer {

struct OrganisationRow {
  std::size_t line = 0;
  std::string number;         // its own number, else its name (slugs)
  Organisation organisation;  // source "csv:organisation/<number>"; no id yet
  std::optional<VenueRow> venue;
};

std::string organisation_source(std::string_view number);  // "csv:organisation/dv"

Result<Import<OrganisationRow>> read_organisations_csv(std::string_view bytes, Vocabulary const& vocabulary,
                                                       Date today);

// The same line by line, for files that need not lie in memory.
std::string organisations_csv_first_line();
std::string organisations_csv_line(OrganisationRow const& row, Vocabulary const& vocabulary);
std::string write_organisations_csv(std::span<OrganisationRow const> rows, Vocabulary const& vocabulary);

}  // namespace wegwijzer
