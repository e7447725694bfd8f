// SPDX-License-Identifier: EUPL-1.2
// A venue: a physical place where children learn. Without an offering it is a "plek om heen te gaan".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/area.h"
#include "domain/field.h"
#include "domain/organisation.h"
#include "domain/record.h"

namespace wegwijzer {

// How many pupils of a school live in a buurt.
struct PupilsFrom {
  AreaCode buurt;
  int pupils = 0;
  static Result<PupilsFrom> parse(std::string_view text);  // "BU05031203 45"; fails with "catchment.invalid"

  bool operator==(PupilsFrom const&) const = default;
};

std::string text(PupilsFrom const& part);  // "BU05031203 45"

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
  std::optional<int> pupils;          // of a school
  std::vector<PupilsFrom> catchment;  // of a school: where they live, as far as known
  bool operator==(Venue const&) const = default;
};

template <>
inline constexpr std::chrono::days goes_stale_after<Venue>{730};

template <>
inline constexpr std::string_view record_name<Venue> = "venue";
template <>
inline constexpr std::string_view record_plural<Venue> = "venues";

template <>
inline constexpr auto fields<Venue> = std::tuple{
    Field{"name", &Venue::name},     Field{"kind", &Venue::kind},
    Field{"point", &Venue::point},   Field{"organisation", &Venue::organisation},
    Field{"street", &Venue::street}, Field{"postcode", &Venue::postcode},
    Field{"city", &Venue::city},     Field{"website", &Venue::website},
    Field{"phone", &Venue::phone},   Field{"wheelchair", &Venue::wheelchair},
    Field{"pupils", &Venue::pupils}, Field{"catchment", &Venue::catchment},
};

inline std::string const& name_of(Venue const& venue) {
  return venue.name;
}

}  // namespace wegwijzer
