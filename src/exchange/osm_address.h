// SPDX-License-Identifier: EUPL-1.2
// The address that OpenStreetMap tags give.
#pragma once

#include <string>

#include "streets/street_use.h"

namespace wegwijzer {

struct OsmAddress {
  std::string street;  // or the hamlet, where streets have no name
  std::string number;
  std::string postcode;  // "2611AB"; of another country as it is written
  std::string city;
};

OsmAddress osm_address(Tags const& tags);

}  // namespace wegwijzer
