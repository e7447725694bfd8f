// SPDX-License-Identifier: EUPL-1.2
// An ecosystem: one local network with its region; the unit of tenancy.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "base/id.h"
#include "domain/choice.h"
#include "domain/colour.h"
#include "domain/field.h"
#include "domain/pictures.h"

namespace wegwijzer {

enum class HolidayRegion { north, middle, south };

template <>
inline constexpr std::array choices<HolidayRegion> = {std::pair{HolidayRegion::north, "north"},
                                                      std::pair{HolidayRegion::middle, "middle"},
                                                      std::pair{HolidayRegion::south, "south"}};

// Where what is said of an ecosystem comes from; each page of one that is not its own says so.
enum class Origin {
  own,        // the network itself
  fictional,  // made up, to show how it works
  report      // a publication
};

template <>
inline constexpr std::array choices<Origin> = {std::pair{Origin::own, "own"},
                                               std::pair{Origin::fictional, "fictional"},
                                               std::pair{Origin::report, "report"}};

struct Ecosystem {
  Id<Ecosystem> id;
  std::string slug;  // in addresses: /e/slug
  std::string name;
  HolidayRegion holiday_region = HolidayRegion::middle;
  bool is_public = true;
  Origin origin = Origin::own;
  // Its own look; what it does not say is as everywhere.
  std::optional<Colour> colour{};  // the main one: buttons, links, dots
  std::optional<Colour> accent{};  // beside it, for small areas
  std::optional<Picture> logo{};
  bool operator==(Ecosystem const&) const = default;
};

template <>
inline constexpr auto fields<Ecosystem> = std::tuple{
    Field{"name", &Ecosystem::name},           Field{"holiday_region", &Ecosystem::holiday_region},
    Field{"is_public", &Ecosystem::is_public}, Field{"origin", &Ecosystem::origin},
    Field{"colour", &Ecosystem::colour},       Field{"accent", &Ecosystem::accent},
    Field{"logo", &Ecosystem::logo},
};

}  // namespace wegwijzer
