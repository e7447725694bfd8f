// SPDX-License-Identifier: EUPL-1.2
// Offerings as a club secretary keeps them in a spreadsheet (docs/manual/bestanden.md). Writing and reading
// gives the same values back.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/offering.h"
#include "exchange/venue_columns.h"

namespace wegwijzer {

// A picture that a row names; where it lies only the importer knows.
struct PictureFile {
  std::string column;  // "foto 2"
  std::string file;
  std::string description;
};

struct OfferingRow {
  std::size_t line = 0;
  std::string number;        // names it within its organisation: its own number, else its title (slugs)
  Offering offering;         // without id, source, organisation, venue and pictures
  std::string organisation;  // by name
  std::optional<VenueRow> venue;
  std::vector<PictureFile> picture_files;
};

// "csv:offering/<organisation>/<number>": two clubs may both have a number 1.
std::string offering_source(Id<Organisation> organisation, std::string_view number);

// `today` is when the file is read: dates without a year lie near it, and nothing was checked after it.
Result<Import<OfferingRow>> read_offerings_csv(std::string_view bytes, Vocabulary const& vocabulary,
                                               Date today);

// The same line by line, for files that need not lie in memory.
std::string offerings_csv_first_line();
std::string offerings_csv_line(OfferingRow const& row, Vocabulary const& vocabulary);
std::string write_offerings_csv(std::span<OfferingRow const> rows, Vocabulary const& vocabulary);

}  // namespace wegwijzer
