// SPDX-License-Identifier: EUPL-1.2
// Is it there already? What on the map is called more or less so.
#pragma once

#include <string_view>
#include <variant>
#include <vector>

#include "atlas/atlas.h"

namespace wegwijzer {

using OnTheMap = std::variant<Index<Organisation>, Index<Venue>, Index<Offering>>;

// At most so many of each kind: those whose name has all the words of this one, or this one all of theirs,
// however they are written. Words of one or two letters say nothing.
std::vector<OnTheMap> alike_on_map(Atlas const& atlas, std::string_view name, std::size_t most);

}  // namespace wegwijzer
