// SPDX-License-Identifier: EUPL-1.2
// The words of all texts, folded and in alphabetical order, each with its stem and the stems of its parts.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/index.h"

namespace wegwijzer::search {

class Stemmer;
struct Term;  // what words with one stem have in common

struct KnownWord {
  std::string text;
  Index<Term> term;
  std::vector<Index<Term>> parts;  // of a compound
  std::uint32_t documents = 0;     // that have it; 0: only the vocabulary does
  bool operator==(KnownWord const&) const = default;
};

struct WordPart {
  std::string_view text;
  Index<Term> term;
};

class Lexicon {
 public:
  Lexicon() = default;
  // A word and in how many documents it stands.
  explicit Lexicon(std::unordered_map<std::string, std::uint32_t> const& words);
  Lexicon(Lexicon&&) = default;
  Lexicon& operator=(Lexicon&&) = default;
  ~Lexicon() = default;

  std::vector<KnownWord> const& words() const { return words_; }

  std::size_t term_count() const { return terms_.size(); }

  KnownWord const* find(std::string_view folded_word) const;
  // The known verb that this is a participle of.
  KnownWord const* verb_of(std::string_view folded_word) const;
  // Of a word that is not known as well, when it is a form of one that is.
  std::optional<Index<Term>> term(std::string_view folded_word, Stemmer& stemmer) const;
  std::span<KnownWord const> beginning_with(std::string_view beginning) const;

  // With no more errors than a word of this length may have: the fewest errors first, then the word whose
  // forms are used most.
  std::vector<KnownWord const*> similar_to(std::string_view folded_word) const;

  // The parts of a compound of known words; nothing when it is none. What a single document has may be an
  // accident and is no part.
  std::vector<WordPart> parts_of(std::string_view folded_word, Stemmer& stemmer) const;

 private:
  std::string stem(std::string const& word, Stemmer& stemmer) const;
  bool is_word(std::string const& part) const;

  std::vector<KnownWord> words_;         // by text
  std::vector<std::string_view> texts_;  // of words_, which stay where they are
  std::unordered_map<std::string, Index<Term>> terms_;
  std::vector<std::uint32_t> uses_;  // by term: the documents of its words added up
};

}  // namespace wegwijzer::search
