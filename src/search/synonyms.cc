// SPDX-License-Identifier: EUPL-1.2
#include "search/synonyms.h"

#include <algorithm>

#include "base/words.h"
#include "search/stem.h"

namespace wegwijzer::search {

Synonyms::Synonyms(std::vector<Synonym> const& all) {
  Stemmer stemmer;
  for (auto const& synonym : all) {
    std::vector<std::string> stems;
    for (auto const& word : folded_words(synonym.words)) stems.push_back(stemmer.stem(word.text));
    longest_ = std::max(longest_, stems.size());
    auto& meanings = meanings_[joined(stems, " ")];
    keep_words(synonym.words);
    for (auto const& meaning : synonym.means) meanings.push_back(folded(meaning)), keep_words(meaning);
  }
}

void Synonyms::keep_words(std::string_view text) {
  for (auto& word : folded_words(text)) words_.push_back(std::move(word.text));
}

std::vector<std::string> const* Synonyms::find(std::string_view stems) const {
  auto const at = meanings_.find(stems);
  return at == meanings_.end() ? nullptr : &at->second;
}

}  // namespace wegwijzer::search
