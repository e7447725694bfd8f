// SPDX-License-Identifier: EUPL-1.2
// What somebody typed, read as words that the texts may have.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/lexicon.h"

namespace wegwijzer::search {

class WordIndex;

// How a word of the query came to a word of the texts.
enum class Via : std::uint8_t { itself, synonym, parts, beginning, correction };

// One thing that a word may stand for: a document needs all of its terms.
struct Alternative {
  std::vector<Index<Term>> terms;
  std::string words;
  Via via = Via::itself;
  float weight = 1;
  bool operator==(Alternative const&) const = default;
};

struct QueryWord {
  std::string typed;                      // folded
  std::vector<Alternative> alternatives;  // none: no text has it
  bool needed = true;                     // otherwise a document may do without it
  bool operator==(QueryWord const&) const = default;
};

struct Query {
  std::vector<QueryWord> words;
  std::string corrected;               // the whole query as it was taken, when a word seems mistyped
  std::vector<std::string> otherwise;  // the whole query with other corrections, at most two
  bool operator==(Query const&) const = default;

  bool empty() const { return words.empty(); }  // nothing was typed that can be looked for

  bool hopeless() const;                     // no word that is needed stands in any text
  std::vector<std::string> unknown() const;  // the needed words that stand in no text
};

// More words than this are not read, and no more of one word than this many bytes.
inline constexpr std::size_t most_query_words = 12;
inline constexpr std::size_t longest_query_word = 40;

Query read_query(WordIndex const& index, std::string_view typed);

}  // namespace wegwijzer::search
