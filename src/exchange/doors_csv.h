// SPDX-License-Identifier: EUPL-1.2
// Homes or venues as a list of front doors: a CSV file with the columns id, latitude and longitude (degrees),
// in any order and beside any others. Without a column id a door is called by the line it stands on.
#pragma once

#include <string>
#include <string_view>

#include "base/geo_point.h"
#include "exchange/import.h"

namespace wegwijzer {

struct Door {
  std::string id;
  GeoPoint point;
  bool operator==(Door const&) const = default;
};

// An id twice is a problem of the second. Fails as Table::open does.
Result<Import<Door>> read_doors_csv(std::string_view bytes);

}  // namespace wegwijzer
