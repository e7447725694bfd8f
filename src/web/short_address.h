// SPDX-License-Identifier: EUPL-1.2
// Addresses that people write over from paper: /k/ and ten signs that stand for an offering or a venue. They
// follow from its identity, so they stay the same and nothing is stored.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "web/view.h"

namespace wegwijzer::web {

// Digits and consonants, without those that look like another (0 and o, 1 and l) and without vowels, which
// would make words.
std::string short_code(Uuid uuid);

template <class Thing>
Url short_address(View const& view, Id<Thing> id) {
  return view.page("/k").segment(short_code(id.uuid()));
}

// The page of the offering or venue that has this code, in either case of letters; nothing when there is none
// or more than one.
std::optional<Url> page_of_short_code(View const& view, std::string_view code);

}  // namespace wegwijzer::web
