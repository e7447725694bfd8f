// SPDX-License-Identifier: EUPL-1.2
// Light or dark, as an address says it: look=dark. Light when it says nothing or something else.
#pragma once

#include "http/parameters.h"
#include "tiles/palette.h"

namespace wegwijzer::web::map {

inline tiles::Look look_of(http::Parameters const& query) {
  return query.first("look") == "dark" ? tiles::Look::dark : tiles::Look::light;
}

}  // namespace wegwijzer::web::map
