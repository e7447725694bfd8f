// SPDX-License-Identifier: EUPL-1.2
// A basemap as one compact run of bytes that is checked when it is read.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "domain/basemap.h"

namespace wegwijzer {

std::string write_basemap(Basemap const& basemap);

// Fails with "basemap.damaged" when the bytes are not what write_basemap made, and with
// "basemap.other_version" when another version of the program made them.
Result<Basemap> read_basemap(std::string_view bytes);

}  // namespace wegwijzer
