// SPDX-License-Identifier: EUPL-1.2
// Search by words as its sentences say it, on the texts themselves: the oracle of the index's tests and the
// baseline of its benchmark. It reads every text anew for each question; only the query is read with the
// index.
#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "base/words.h"
#include "search/word_index.h"

namespace wegwijzer::search {

class SlowSearch {
 public:
  SlowSearch(std::vector<Field> fields, std::vector<std::vector<std::string>> const& texts,
             WordIndex const& index)
      : fields_(std::move(fields)), texts_(texts), lexicon_(index.lexicon()), means_(fields_.size()) {
    for (std::size_t field = 0; field < fields_.size(); ++field) {
      for (auto const& text : texts_) means_[field] += length(text[field]);
      means_[field] /= static_cast<double>(std::max<std::size_t>(1, texts_.size()));
    }
  }

  struct Slow {
    std::vector<double> shares;
    std::vector<int> needed;
  };

  Slow find(Query const& query) const {
    std::vector<std::vector<double>> by_word;
    for (auto const& word : query.words) {
      by_word.emplace_back();
      for (auto const& text : texts_) by_word.back().push_back(score(word, text));
    }
    return combined(query, by_word);
  }

 private:
  static double length(std::string const& text) { return static_cast<double>(folded_words(text).size()); }

  double times(Index<Term> term, std::string const& text) const {
    double count = 0;
    for (auto const& word : folded_words(text)) {
      auto const* const known = lexicon_.find(word.text);
      count += known->term == term;
      for (auto const part : known->parts) count += part == term ? 0.5 : 0;
    }
    return count;
  }

  double weight(Index<Term> term, std::vector<std::string> const& text) const {
    double weight = 0;
    for (std::size_t field = 0; field < fields_.size(); ++field) {
      auto const count = times(term, text[field]);
      auto const share = fields_[field].length_share;
      if (count > 0) {
        weight += fields_[field].weight * count / (1 - share + share * length(text[field]) / means_[field]);
      }
    }
    return weight / (1.2 + weight);
  }

  double score(QueryWord const& word, std::vector<std::string> const& text) const {
    double best = 0;
    for (auto const& alternative : word.alternatives) {
      double sum = 0;
      bool all = true;
      for (auto const term : alternative.terms) {
        auto const here = weight(term, text);
        all = all && here > 0;
        sum += here;
      }
      auto const mean = sum / static_cast<double>(alternative.terms.size());
      if (all) best = std::max(best, mean * static_cast<double>(alternative.weight));
    }
    return best;
  }

  Slow combined(Query const& query, std::vector<std::vector<double>> const& by_word) const {
    std::vector<double> total(texts_.size());
    std::vector<int> needed(texts_.size());
    double possible = 0;
    for (std::size_t word = 0; word < by_word.size(); ++word) {
      double with = 0;
      for (auto const score : by_word[word]) with += score > 0;
      if (with == 0) continue;
      auto const rarity = std::log(1 + (static_cast<double>(texts_.size()) - with + 0.5) / (with + 0.5));
      possible += rarity;
      for (std::size_t i = 0; i < total.size(); ++i) {
        total[i] += rarity * by_word[word][i];
        needed[i] += query.words[word].needed && by_word[word][i] > 0;
      }
    }
    for (auto& share : total) share = share > 0 ? share / possible : 0;
    return {std::move(total), std::move(needed)};
  }

  std::vector<Field> fields_;
  std::vector<std::vector<std::string>> const& texts_;
  Lexicon const& lexicon_;
  std::vector<double> means_;
};

}  // namespace wegwijzer::search
