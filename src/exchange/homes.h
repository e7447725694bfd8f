// SPDX-License-Identifier: EUPL-1.2
// Places where people live, as one compact run of bytes that is checked when it is read, and as CSV for
// people.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "domain/homes.h"

namespace wegwijzer {

std::string write_homes(Homes const& homes);

// Fails with "homes.damaged" when the bytes are not what write_homes made, and with "homes.other_version"
// when another version of the program made them.
Result<Homes> read_homes(std::string_view bytes);

// latitude,longitude,dwellings,age_4,…,age_14,buurt
std::string write_homes_csv(Homes const& homes);

}  // namespace wegwijzer
