// SPDX-License-Identifier: EUPL-1.2
// A venue: a physical place where children learn. Without an offering it is a "plek om heen te gaan".
#pragma once

#include <optional>
#include <string>

#include "domain/field.h"
#include "domain/organisation.h"
#include "domain/record.h"

namespace wegwijzer {

struct Venue : Record<Venue> {
  std::string name;
  VenueKind kind;  // code of assets/vocabulary/venue_kinds.csv: library, museum, playground …
  GeoPoint point;
  std::optional<Id<Organisation>> organisation;
  std::string street;  // with house number
  std::string postcode;
  std::string city;
  std::string website;
  std::string phone;
  std::optional<bool> wheelchair;
  std::optional<int> pupils;  // of a school
  bool operator==(Venue const&) const = default;
};

template <>
inline constexpr std::chrono::days goes_stale_after<Venue>{730};

template <>
inline constexpr auto fields<Venue> = std::tuple{
    Field{"name", &Venue::name},     Field{"kind", &Venue::kind},
    Field{"point", &Venue::point},   Field{"organisation", &Venue::organisation},
    Field{"street", &Venue::street}, Field{"postcode", &Venue::postcode},
    Field{"city", &Venue::city},     Field{"website", &Venue::website},
    Field{"phone", &Venue::phone},   Field{"wheelchair", &Venue::wheelchair},
    Field{"pupils", &Venue::pupils},
};

inline std::string const& name_of(Venue const& venue) {
  return venue.name;
}

}  // namespace wegwijzer
