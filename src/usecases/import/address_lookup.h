// SPDX-License-Identifier: EUPL-1.2
// Where an address of a spreadsheet lies, by the postcodes, streets and addresses in the store.
#pragma once

#include <optional>
#include <string_view>

#include "atlas/gazetteer.h"
#include "ports/store.h"

namespace wegwijzer {

class AddressLookup {
 public:
  explicit AddressLookup(Writer& writer) : writer_(writer) {}

  // Street with number and town first, then the postcode, then the street without its number (`only_street`).
  // Fails with "import.address_unknown".
  Result<FoundPlace> find(Venue const& venue);

 private:
  std::optional<FoundPlace> only_match(std::string const& text);

  Writer& writer_;
  std::optional<Gazetteer> gazetteer_;  // read when first needed
};

}  // namespace wegwijzer
