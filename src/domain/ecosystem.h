// SPDX-License-Identifier: EUPL-1.2
// An ecosystem: one local network with its region; the unit of tenancy.
#pragma once

#include <array>
#include <string>

#include "base/id.h"
#include "domain/choice.h"
#include "domain/field.h"

namespace wegwijzer {

enum class HolidayRegion { north, middle, south };

template <>
inline constexpr std::array choices<HolidayRegion> = {std::pair{HolidayRegion::north, "north"},
                                                      std::pair{HolidayRegion::middle, "middle"},
                                                      std::pair{HolidayRegion::south, "south"}};

struct Ecosystem {
  Id<Ecosystem> id;
  std::string slug;  // in addresses: /e/slug
  std::string name;
  HolidayRegion holiday_region = HolidayRegion::middle;
  bool is_public = true;
  bool fictional = false;  // shown on every page
  bool operator==(Ecosystem const&) const = default;
};

template <>
inline constexpr auto fields<Ecosystem> = std::tuple{
    Field{"name", &Ecosystem::name},
    Field{"holiday_region", &Ecosystem::holiday_region},
    Field{"is_public", &Ecosystem::is_public},
    Field{"fictional", &Ecosystem::fictional},
};

}  // namespace wegwijzer
