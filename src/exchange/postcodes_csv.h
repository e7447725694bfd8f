// SPDX-License-Identifier: EUPL-1.2
// Postcodes with their position, so that "Waar woon je?" works by postcode.
#pragma once

#include <string_view>

#include "domain/place_name.h"
#include "exchange/import.h"

namespace wegwijzer {

// Columns: postcode (pc6, pc4), breedtegraad (lat), lengtegraad (lon), and if there plaats. "2611 AB".
Result<Import<PlaceName>> read_postcodes_csv(std::string_view bytes);

// "2611AB" as people write it: "2611 AB".
std::string spaced(Postcode const& code);

}  // namespace wegwijzer
