// SPDX-License-Identifier: EUPL-1.2
// Dutch writes compounds as one word: "straatvoetbal" is also about "voetbal".
#pragma once

#include <functional>
#include <string_view>
#include <vector>

namespace wegwijzer::search {

// How often a word is written; 0 when it is not known.
using Familiarity = std::function<std::size_t(std::string_view)>;

// The known words that a word is made of, in order, with or without a letter that links them; nothing when it
// is no compound of known words.
std::vector<std::string_view> compound_parts(std::string_view word, Familiarity const& familiarity);

}  // namespace wegwijzer::search
