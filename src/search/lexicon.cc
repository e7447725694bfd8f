// SPDX-License-Identifier: EUPL-1.2
#include "search/lexicon.h"

#include <algorithm>
#include <tuple>

#include "search/compound.h"
#include "search/edit_distance.h"
#include "search/stem.h"

namespace wegwijzer::search {

Lexicon::Lexicon(std::unordered_map<std::string, std::uint32_t> const& words) {
  words_.reserve(words.size());
  for (auto const& [text, documents] : words) words_.push_back({text, {}, {}, documents});
  std::ranges::sort(words_, {}, &KnownWord::text);
  Stemmer stemmer;
  for (auto& word : words_) {
    texts_.push_back(word.text);
    word.term = terms_.try_emplace(stemmer.stem(word.text), terms_.size()).first->second;
    uses_.resize(terms_.size());
    uses_[word.term.value()] += word.documents;
  }
  for (auto& word : words_) {
    for (auto const& part : parts_of(word.text, stemmer)) word.parts.push_back(part.term);
  }
}

KnownWord const* Lexicon::find(std::string_view folded_word) const {
  auto const at = std::ranges::lower_bound(texts_, folded_word);
  if (at == texts_.end() || *at != folded_word) return nullptr;
  return &words_[static_cast<std::size_t>(at - texts_.begin())];
}

std::optional<Index<Term>> Lexicon::term(std::string_view stem) const {
  auto const at = terms_.find(std::string(stem));
  return at == terms_.end() ? std::nullopt : std::optional(at->second);
}

std::span<KnownWord const> Lexicon::beginning_with(std::string_view beginning) const {
  auto const cut = [&](KnownWord const& word) {
    return std::string_view(word.text).substr(0, beginning.size());
  };
  auto const found = std::ranges::equal_range(words_, beginning, {}, cut);
  return {found.begin(), found.end()};
}

std::vector<KnownWord const*> Lexicon::similar_to(std::string_view folded_word) const {
  auto const most = most_errors(folded_word);
  if (most == 0) return {};
  auto similar = similar_words(texts_, folded_word, most);
  std::ranges::stable_sort(
      similar, {}, [&](Similar const& one) { return std::tuple(one.errors, ~words_[one.word].documents); });
  std::vector<KnownWord const*> words;
  words.reserve(similar.size());
  for (auto const& one : similar) words.push_back(&words_[one.word]);
  return words;
}

std::vector<WordPart> Lexicon::parts_of(std::string_view folded_word, Stemmer& stemmer) const {
  auto const term_of = [&](std::string_view part) { return term(stemmer.stem(part)); };
  auto const texts = compound_parts(folded_word, [&](std::string_view part) -> std::size_t {
    auto const known = term_of(part);
    if (!known || uses_[known->value()] == 1) return 0;
    return std::max<std::size_t>(1, uses_[known->value()]);
  });
  std::vector<WordPart> parts;
  for (auto const text : texts) parts.push_back({text, *term_of(text)});
  return parts;
}

}  // namespace wegwijzer::search
