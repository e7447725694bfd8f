// SPDX-License-Identifier: EUPL-1.2
#include "search/stem.h"

#include <libstemmer.h>

#include "base/check.h"

namespace wegwijzer::search {

namespace {

bool is_vowel(char c) {
  return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

bool ends_in_vowels(std::string_view word, std::size_t count) {
  if (word.size() < count) return false;
  for (auto const c : word.substr(word.size() - count)) {
    if (!is_vowel(c)) return false;
  }
  return true;
}

// "foto's" is folded to "fotos"; the stemmer would keep that s behind a vowel.
void drop_plural_s(std::string& word) {
  if (word.size() >= 5 && word.back() == 's' && word[word.size() - 2] != 'e' &&
      is_vowel(word[word.size() - 2])) {
    word.pop_back();
  }
}

// How many letters a diminutive added: "beestje" two, "tuintje" and "boompje" three, "bloemetje" four.
std::size_t diminutive_ending(std::string_view word) {
  auto const rest = word.substr(0, word.size() - 3);
  bool const after_liquid = rest.ends_with('n') || rest.ends_with('l') || rest.ends_with('r');
  if (word.ends_with("etje") && rest.size() >= 4) return 4;
  bool const adds_t = word.ends_with("tje") && (after_liquid || ends_in_vowels(rest, 2));
  return adds_t || word.ends_with("mpje") ? 3 : 2;
}

// The stemmer knows no diminutives.
void drop_diminutive(std::string& word) {
  if (word.size() >= 7 && word.ends_with("jes")) word.pop_back();
  if (word.size() >= 6 && word.ends_with("je")) word.resize(word.size() - diminutive_ending(word));
}

// Dutch writes a long word's ending as it sounds: "zwemmen" but "zwem", "duiven" but "duif", "reizen" but
// "reis". The stemmer undoubles only k, d and t and leaves v and z.
void write_as_an_ending(std::string& stem) {
  if (stem.size() < 3) return;
  auto& last = stem.back();
  if (last == stem[stem.size() - 2] && !is_vowel(last)) {
    stem.pop_back();
  } else if (last == 'v') {
    last = 'f';
  } else if (last == 'z') {
    last = 's';
  }
}

}  // namespace

void Stemmer::Closing::operator()(sb_stemmer* stemmer) const {
  sb_stemmer_delete(stemmer);
}

// Snowball's stemmer for Dutch, after M.F. Porter: snowballstem.org/algorithms/dutch/stemmer.html
Stemmer::Stemmer() : dutch_(sb_stemmer_new("dutch", "UTF_8")) {
  check(dutch_ != nullptr, "libstemmer knows Dutch");
}

std::string Stemmer::stem(std::string_view folded_word) {
  std::string word(folded_word);
  drop_plural_s(word);
  drop_diminutive(word);
  auto const* const stemmed = sb_stemmer_stem(dutch_.get(), reinterpret_cast<sb_symbol const*>(word.data()),
                                              static_cast<int>(word.size()));
  check(stemmed != nullptr, "a word fits in memory");
  std::string stem(reinterpret_cast<char const*>(stemmed),
                   static_cast<std::size_t>(sb_stemmer_length(dutch_.get())));
  write_as_an_ending(stem);
  return stem;
}

}  // namespace wegwijzer::search
