// SPDX-License-Identifier: EUPL-1.2
// An ecosystem gets another name, holiday region or look, or is shown or hidden.
#pragma once

#include <optional>
#include <string>

#include "ports/store.h"
#include "usecases/import/pictures.h"

namespace wegwijzer {

// What is absent stays; a colour that holds nothing and a logo without a picture are taken away.
struct EcosystemChange {
  std::optional<std::string> name{};
  std::optional<HolidayRegion> holiday_region{};
  std::optional<bool> is_public{};
  std::optional<Origin> origin{};
  std::optional<std::optional<Colour>> colour{};
  std::optional<std::optional<Colour>> accent{};
  std::optional<MadePictures> logo{};
  std::optional<std::string> logo_text{};  // for who cannot see it; until it is said, the name
  bool operator==(EcosystemChange const&) const = default;
};

// The writer is not yet committed. Fails with "ecosystem.nothing_to_change", "ecosystem.name_empty" (also
// when it is longer than 200 bytes), "ecosystem.logo_text_empty" (the same) or "ecosystem.no_logo", when
// there is a text for none.
Result<Ecosystem> describe_ecosystem(Writer& writer, EcosystemChange const& change);

}  // namespace wegwijzer
