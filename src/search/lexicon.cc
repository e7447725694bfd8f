// SPDX-License-Identifier: EUPL-1.2
#include "search/lexicon.h"

#include <algorithm>
#include <tuple>

#include "base/check.h"
#include "search/common_words.h"
#include "search/compound.h"
#include "search/edit_distance.h"
#include "search/participle.h"
#include "search/stem.h"

namespace wegwijzer::search {

Lexicon::Lexicon(std::unordered_map<std::string, std::uint32_t> const& words) {
  words_.reserve(words.size());
  for (auto const& [text, documents] : words) words_.push_back({text, {}, {}, documents});
  std::ranges::sort(words_, {}, &KnownWord::text);
  Stemmer stemmer;
  for (auto const& word : words_) texts_.push_back(word.text);
  for (auto& word : words_) {
    word.term = terms_.try_emplace(stem(word.text, stemmer), terms_.size()).first->second;
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

KnownWord const* Lexicon::verb_of(std::string_view folded_word) const {
  for (auto const& verb : verbs_of_participle(folded_word)) {
    if (auto const* const known = find(verb)) return known;
  }
  return nullptr;
}

// A stop word has no forms: "dan" is not "dans". An s may be a plural's or the stem's: "dans" keeps it, since
// there is "dansen".
std::string Lexicon::stem(std::string const& word, Stemmer& stemmer) const {
  if (is_stop_word(word)) return "=" + word;
  if (auto const* const verb = verb_of(word)) return stemmer.stem(verb->text);
  bool const has_verb = word.size() > 3 && word.ends_with('s') && find(word + "en");
  return stemmer.stem(has_verb ? word + "en" : word);
}

std::optional<Index<Term>> Lexicon::term(std::string_view folded_word, Stemmer& stemmer) const {
  if (auto const* const known = find(folded_word)) return known->term;
  auto const with_stem = [&](std::string const& text) -> std::optional<Index<Term>> {
    auto const at = terms_.find(text);
    return at == terms_.end() ? std::nullopt : std::optional(at->second);
  };
  auto found = with_stem(stem(std::string(folded_word), stemmer));
  // "geturnd", though texts say "turnles" and never "turnen".
  for (auto const& verb : verbs_of_participle(folded_word)) {
    if (!found) found = with_stem(stemmer.stem(verb));
  }
  return found;
}

// Also the stem of a known verb, which a compound begins with: "zwem" of "zwemmen", "kook" of "koken".
bool Lexicon::is_word(std::string const& part) const {
  if (find(part) || find(part + "en") || find(part + part.back() + "en")) return true;
  auto const size = part.size();
  if (size < 4 || part[size - 2] != part[size - 3]) return false;
  return find(part.substr(0, size - 2) + part.back() + "en") != nullptr;
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
  std::ranges::stable_sort(similar, {}, [&](Similar const& one) {
    return std::tuple(one.errors, ~uses_[words_[one.word].term.value()]);
  });
  std::vector<KnownWord const*> words;
  words.reserve(similar.size());
  for (auto const& one : similar) words.push_back(&words_[one.word]);
  return words;
}

std::vector<WordPart> Lexicon::parts_of(std::string_view folded_word, Stemmer& stemmer) const {
  auto const term_of = [&](std::string_view part) {
    return is_word(std::string(part)) ? term(part, stemmer) : std::nullopt;
  };
  auto const texts = compound_parts(folded_word, [&](std::string_view part) -> std::size_t {
    auto const found = term_of(part);
    if (!found || uses_[found->value()] == 1) return 0;
    return std::max<std::size_t>(1, uses_[found->value()]);
  });
  std::vector<WordPart> parts(texts.size());
  std::ranges::transform(texts, parts.begin(), [&](std::string_view text) {
    return WordPart{text, known(term_of(text), "parts are known words")};
  });
  return parts;
}

}  // namespace wegwijzer::search
