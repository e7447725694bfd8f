// SPDX-License-Identifier: EUPL-1.2
#include "usecases/import/address_lookup.h"

namespace wegwijzer {

std::optional<GeoPoint> AddressLookup::only_match(std::string const& text) {
  if (text.empty()) return std::nullopt;
  if (!gazetteer_) gazetteer_ = Gazetteer(writer_.ground().place_names(), Areas());
  auto const found = gazetteer_->find(text, 2);
  if (found.size() != 1) return std::nullopt;
  return found.front().point;
}

Result<GeoPoint> AddressLookup::find(Venue const& venue) {
  auto const town = venue.city.empty() ? "" : ", " + venue.city;
  if (auto const point = only_match(venue.street.empty() ? "" : venue.street + town)) return *point;
  if (auto const point = only_match(venue.postcode)) return *point;
  auto const address = venue.street + (venue.postcode.empty() ? "" : " " + venue.postcode) + town;
  return fail(Fault::missing, "import.address_unknown", {{"value", address}});
}

}  // namespace wegwijzer
