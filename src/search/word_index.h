// SPDX-License-Identifier: EUPL-1.2
// Finds documents by words: which have them, how well, why, and where in their texts. Immutable once built;
// any number of threads may ask.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "search/postings.h"
#include "search/query.h"
#include "search/synonyms.h"

namespace wegwijzer::search {

// A kind of text that each document has, such as its title.
struct Field {
  double weight = 1;        // of a word in it, against a word in another field
  double length_share = 0;  // 0: a long text counts as a short one; 1: a word in twice the text counts half
};

inline constexpr std::size_t most_fields = 8;

// The bytes of a text that a query's word matched.
struct Mark {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(Mark const&) const = default;
};

// By document: how well it answers, 0 (not at all) to 1, and how many of the needed words it has.
struct Answers {
  std::vector<float> shares;
  std::vector<std::uint8_t> needed;
  bool operator==(Answers const&) const = default;
};

// Why a document was found: a word of the query, and what it matched there.
struct Reason {
  std::string typed;
  std::string matched;  // the word it was taken for
  Via via = Via::itself;
  FieldBits fields = 0;
  double share = 0;  // of what the whole query can score
  bool operator==(Reason const&) const = default;
};

class WordIndex {
 public:
  WordIndex() = default;

  Lexicon const& lexicon() const { return lexicon_; }

  Postings const& postings() const { return postings_; }

  Synonyms const& synonyms() const { return synonyms_; }

  std::size_t documents() const { return documents_; }

  Query read(std::string_view typed) const;

  // O(documents + postings of the words). What was looked for is what has all needed words; where nothing
  // has, what has the most of them. Who asks narrows in other ways too, and so takes the most there.
  Answers find(Query const& query) const;

  std::vector<Reason> reasons(Query const& query, Index<Document> document) const;
  std::vector<Mark> marks(Query const& query, std::string_view text) const;

 private:
  friend class IndexBuilder;

  Lexicon lexicon_;
  Postings postings_;
  Synonyms synonyms_;
  std::size_t documents_ = 0;
};

// Takes the documents one by one, in the order of their index.
class IndexBuilder {
 public:
  IndexBuilder(std::vector<Field> fields, std::vector<Synonym> const& synonyms);
  void add(std::vector<std::string> const& texts);  // one for each field
  WordIndex build() &&;

 private:
  struct Count {
    Index<Term> term;
    std::uint32_t field = 0;
    double times = 0;
  };

  void add_vocabulary();
  double length_of(std::size_t slot) const;  // slot: a field of a document, in the order of ends_
  std::vector<double> mean_lengths() const;
  std::vector<Count> counts(std::size_t document, std::vector<KnownWord const*> const& words) const;
  Posting posting(std::size_t document, std::span<Count const> counts,
                  std::vector<double> const& means) const;
  Postings postings(Lexicon const& lexicon) const;

  std::vector<Field> fields_;
  Synonyms synonyms_;
  std::unordered_map<std::string, std::uint32_t> numbers_;  // of words, in the order in which they were met
  std::vector<std::uint32_t> in_documents_;                 // by number
  std::vector<std::uint32_t> last_document_;                // by number
  std::vector<std::uint32_t> words_;                        // of all texts, by number
  std::vector<std::size_t> ends_;                           // in words_, of each field of each document
};

}  // namespace wegwijzer::search
