// SPDX-License-Identifier: EUPL-1.2
// Words that people use for what the texts call otherwise: "gamen" for "games maken".
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace wegwijzer::search {

struct Synonym {
  std::string words;               // as typed: one word or a few
  std::vector<std::string> means;  // each one word or a few, of which a text needs all
  bool operator==(Synonym const&) const = default;
};

// It holds one way only: who types the right word does not find the left one.
class Synonyms {
 public:
  Synonyms() = default;
  explicit Synonyms(std::vector<Synonym> const& all);

  // By the stems of the words, with a blank between them.
  std::vector<std::string> const* find(std::string_view stems) const;

  std::vector<std::string> const& words() const { return words_; }  // all that occur, folded

  std::size_t longest() const { return longest_; }  // how many words the longest one has

 private:
  void keep_words(std::string_view text);

  std::map<std::string, std::vector<std::string>, std::less<>> meanings_;
  std::vector<std::string> words_;
  std::size_t longest_ = 0;
};

}  // namespace wegwijzer::search
