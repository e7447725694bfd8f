// SPDX-License-Identifier: EUPL-1.2
#include "exchange/osm_address.h"

#include "base/words.h"
#include "domain/place_name.h"

namespace wegwijzer {

namespace {

std::string postcode(std::string_view text) {
  auto const dutch = Postcode::parse(text);
  return dutch ? dutch->text() : std::string(text);
}

}  // namespace

OsmAddress osm_address(Tags const& tags) {
  auto const street = trimmed(tags["addr:street"]);
  return {std::string(street.empty() ? trimmed(tags["addr:place"]) : street),
          std::string(trimmed(tags["addr:housenumber"])), postcode(trimmed(tags["addr:postcode"])),
          std::string(trimmed(tags["addr:city"]))};
}

}  // namespace wegwijzer
