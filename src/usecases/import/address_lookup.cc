// SPDX-License-Identifier: EUPL-1.2
#include "usecases/import/address_lookup.h"

namespace wegwijzer {

std::optional<FoundPlace> AddressLookup::only_match(std::string const& text) {
  if (text.empty()) return std::nullopt;
  if (!gazetteer_) gazetteer_ = Gazetteer(writer_.ground().place_names(), Areas(writer_.ground().areas()));
  auto const found = gazetteer_->find(text, 2);
  return found.size() == 1 ? std::optional(found.front()) : std::nullopt;
}

Result<FoundPlace> AddressLookup::find(Venue const& venue) {
  auto const town = venue.city.empty() ? "" : ", " + venue.city;
  auto const street = only_match(venue.street.empty() ? "" : venue.street + town);
  if (street && !street->only_street) return *street;
  if (auto const postcode = only_match(venue.postcode)) return *postcode;
  if (street) return *street;
  auto const address = venue.street + (venue.postcode.empty() ? "" : " " + venue.postcode) + town;
  return fail(Fault::missing, "import.address_unknown", {{"value", address}});
}

}  // namespace wegwijzer
