// SPDX-License-Identifier: EUPL-1.2
// How people and sources write one and the same thing differently.
#pragma once

#include <string>

#include "base/geo_point.h"
#include "base/random.h"

namespace wegwijzer::towns {

// A letter too many, too few, another or two swapped, in one long word; the same when there is none.
std::string with_typing_error(std::string const& name, Random& random);

// As another source may call it: without its kind, behind it, with a legal form, shortened, in capitals, with
// the town, or with a typing error. About one in four times as it is.
std::string as_others_say(std::string const& name, std::string const& town, Random& random);

std::string other_phone_style(std::string const& phone, Random& random);
std::string other_link_style(std::string const& link, Random& random);
std::string other_address_style(std::string const& street, Random& random);

// Somewhere so many metres away, in any direction.
GeoPoint moved(GeoPoint point, double least, double most, Random& random);

}  // namespace wegwijzer::towns
