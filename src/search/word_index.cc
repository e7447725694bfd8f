// SPDX-License-Identifier: EUPL-1.2
#include "search/word_index.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "base/words.h"
#include "search/stem.h"

namespace wegwijzer::search {

namespace {

// What a document scores for one word of the query: its best alternative.
class Scores {
 public:
  explicit Scores(std::size_t documents) : best_(documents) {}

  void look_up(Postings const& postings, QueryWord const& word) {
    for (auto const document : met_) best_[document] = 0;
    met_.clear();
    for (auto const& alternative : word.alternatives) look_up(postings, alternative);
  }

  std::vector<std::uint32_t> const& documents() const { return met_; }

  float operator[](std::uint32_t document) const { return best_[document]; }

  // How much a word says that so many of the documents have: S. Robertson and K. Spärck Jones, Relevance
  // weighting of search terms, JASIS 27(3), 1976, with Lucene's 1 + …, which keeps it above zero. All
  // alternatives are taken for one word, so that a rare synonym says no more than what it stands for.
  float rarity() const {
    auto const all = static_cast<double>(best_.size()), with = static_cast<double>(met_.size());
    return static_cast<float>(std::log(1 + (all - with + 0.5) / (with + 0.5)));
  }

 private:
  void look_up(Postings const& postings, Alternative const& alternative) {
    std::vector<Postings::Of> lists(alternative.terms.size());
    std::ranges::transform(alternative.terms, lists.begin(), [&](auto term) { return postings.of(term); });
    std::ranges::sort(lists, {}, &Postings::Of::size);
    for (std::size_t i = 0; i < lists[0].size(); ++i) {
      auto const document = lists[0].documents[i];
      auto weight = lists[0].weights[i];
      for (std::size_t other = 1; other < lists.size() && weight > 0; ++other) {
        auto const there = lists[other].at(document).weight;
        weight = there > 0 ? weight + there : 0;
      }
      keep(document, weight / static_cast<float>(lists.size()) * alternative.weight);
    }
  }

  void keep(std::uint32_t document, float score) {
    if (score <= 0) return;
    if (best_[document] == 0) met_.push_back(document);
    best_[document] = std::max(best_[document], score);
  }

  std::vector<float> best_;
  std::vector<std::uint32_t> met_;
};

// The alternative that scores best in this document, as a reason of share 0 to 1 of its word.
Reason best_reason(Postings const& postings, QueryWord const& word, std::uint32_t document) {
  Reason best{word.typed, {}, Via::itself, 0, 0};
  for (auto const& alternative : word.alternatives) {
    double weight = 0;
    FieldBits fields = 0;
    bool all = true;
    for (auto const term : alternative.terms) {
      auto const there = postings.of(term).at(document);
      all = all && there.weight > 0;
      weight += there.weight, fields |= there.fields;
    }
    auto const share = weight / static_cast<double>(alternative.terms.size()) * alternative.weight;
    if (all && share > best.share) best = {word.typed, alternative.words, alternative.via, fields, share};
  }
  return best;
}

}  // namespace

Query WordIndex::read(std::string_view typed) const {
  return read_query(*this, typed);
}

Answers WordIndex::find(Query const& query) const {
  Answers answers{std::vector<float>(documents_), std::vector<std::uint8_t>(documents_)};
  float possible = 0;
  Scores scores(documents_);
  for (auto const& word : query.words) {
    scores.look_up(postings_, word);
    if (scores.documents().empty()) continue;
    auto const rarity = scores.rarity();
    possible += rarity;
    for (auto const document : scores.documents()) {
      answers.shares[document] += rarity * scores[document];
      if (word.needed) ++answers.needed[document];
    }
  }
  for (auto& share : answers.shares) {
    if (share > 0) share /= possible;
  }
  return answers;
}

std::vector<Reason> WordIndex::reasons(Query const& query, Index<Document> document) const {
  std::vector<Reason> reasons;
  double possible = 0;
  Scores scores(documents_);
  for (auto const& word : query.words) {
    scores.look_up(postings_, word);
    if (scores.documents().empty()) continue;
    possible += scores.rarity();
    auto reason = best_reason(postings_, word, static_cast<std::uint32_t>(document.value()));
    reason.share *= scores.rarity();
    if (reason.share > 0) reasons.push_back(std::move(reason));
  }
  for (auto& reason : reasons) reason.share /= possible;
  return reasons;
}

std::vector<Mark> WordIndex::marks(Query const& query, std::string_view text) const {
  std::vector<Index<Term>> wanted;
  for (auto const& word : query.words) {
    for (auto const& [terms, words, via, weight] : word.alternatives) {
      wanted.insert(wanted.end(), terms.begin(), terms.end());
    }
  }
  std::ranges::sort(wanted);
  auto const is_wanted = [&](Index<Term> term) { return std::ranges::binary_search(wanted, term); };
  std::vector<Mark> marks;
  for (auto const& word : folded_words(text)) {
    auto const* const known = lexicon_.find(word.text);
    if (known && (is_wanted(known->term) || std::ranges::any_of(known->parts, is_wanted))) {
      marks.push_back({word.begin, word.end});
    }
  }
  return marks;
}

}  // namespace wegwijzer::search
