// SPDX-License-Identifier: EUPL-1.2
#include "usecases/suggestion/alike.h"

#include <algorithm>
#include <set>

#include "base/words.h"

namespace wegwijzer {

namespace {

using Words = std::set<std::string>;

constexpr std::size_t shortest_word = 3;

Words telling_words(std::string_view name) {
  Words words;
  for (auto const& word : folded_words(name)) {
    if (word.text.size() >= shortest_word) words.insert(word.text);
  }
  return words;
}

bool are_alike(Words const& one, std::string_view name) {
  auto const other = telling_words(name);
  if (one.empty() || other.empty()) return false;
  return std::ranges::includes(one, other) || std::ranges::includes(other, one);
}

template <class Thing>
void add_alike(std::vector<OnTheMap>& found, std::vector<Thing> const& all, Words const& words,
               std::size_t most) {
  for (std::size_t i = 0; i < all.size() && most > 0; ++i) {
    if (!are_alike(words, name_of(all[i]))) continue;
    found.emplace_back(Index<Thing>(i));
    --most;
  }
}

}  // namespace

std::vector<OnTheMap> alike_on_map(Atlas const& atlas, std::string_view name, std::size_t most) {
  auto const words = telling_words(name);
  std::vector<OnTheMap> found;
  if (words.empty()) return found;
  auto const& catalogue = atlas.catalogue();
  add_alike(found, catalogue.organisations(), words, most);
  add_alike(found, catalogue.venues(), words, most);
  add_alike(found, catalogue.offerings(), words, most);
  return found;
}

}  // namespace wegwijzer
