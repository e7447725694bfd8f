// SPDX-License-Identifier: EUPL-1.2
// An ecosystem gets another name or holiday region, or is shown or hidden.
#pragma once

#include <optional>
#include <string>

#include "ports/store.h"

namespace wegwijzer {

// What is absent stays.
struct EcosystemChange {
  std::optional<std::string> name;
  std::optional<HolidayRegion> holiday_region;
  std::optional<bool> is_public;
  std::optional<Origin> origin;
};

// The writer is not yet committed. Fails with "ecosystem.nothing_to_change" or "ecosystem.name_empty" (also
// when it is longer than 200 bytes).
Result<Ecosystem> describe_ecosystem(Writer& writer, EcosystemChange const& change);

}  // namespace wegwijzer
