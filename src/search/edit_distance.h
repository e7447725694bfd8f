// SPDX-License-Identifier: EUPL-1.2
// How many typing errors lie between two words: a letter too many, too few, another one, or two neighbours
// that changed places. Counted in bytes: a folded word has one for each letter of the alphabet.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wegwijzer::search {

std::size_t edit_distance(std::string_view one, std::string_view other);

// How many errors a typed word may have: none in a short one, where every other word is near.
std::size_t most_errors(std::string_view word);

struct Similar {
  std::size_t word = 0;  // its position in the list
  std::size_t errors = 0;
  bool operator==(Similar const&) const = default;
};

// The words of a sorted list within so many errors, in the order of the list. The list is read as a trie:
// words with a beginning in common share its work, and a beginning with too many errors is passed over whole.
std::vector<Similar> similar_words(std::vector<std::string_view> const& sorted, std::string_view typed,
                                   std::size_t most);

}  // namespace wegwijzer::search
