// SPDX-License-Identifier: EUPL-1.2
// The columns by which organisations.csv and offerings.csv say where something is.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/venue.h"
#include "domain/vocabulary.h"
#include "exchange/table.h"

namespace wegwijzer {

struct VenueRow {
  Venue venue;  // without id, source and organisation
  // Nothing when the row gives coordinates. Otherwise the address to look them up by; empty when the row only
  // names the place, which then is one that exists already.
  std::optional<std::string> needs_position;
  bool operator==(VenueRow const&) const = default;
};

std::vector<Column> venue_columns();

// The venue that a row speaks of, if it does. `owner` is the name of the organisation.
std::optional<VenueRow> read_venue(Cells& cells, std::string const& owner);

// The cells of venue_columns() in that order.
std::vector<std::string> venue_cells(std::optional<VenueRow> const& row);

}  // namespace wegwijzer
