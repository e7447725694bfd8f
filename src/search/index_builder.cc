// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <tuple>
#include <utility>

#include "base/check.h"
#include "base/words.h"
#include "search/word_index.h"

namespace wegwijzer::search {

namespace {

// How soon more of a word adds nothing: the default of Lucene's BM25Similarity.
constexpr double k1 = 1.2;

// A part of a compound counts as half a word (docs/parameters.md, assumption).
constexpr double as_part = 0.5;

constexpr std::uint32_t never = ~0U;

}  // namespace

IndexBuilder::IndexBuilder(std::vector<Field> fields, std::vector<Synonym> const& synonyms)
    : fields_(std::move(fields)), synonyms_(synonyms) {
  check(!fields_.empty() && fields_.size() <= most_fields, "a posting has a bit for each field");
  add_vocabulary();
}

// Words of the vocabulary are known, so that a mistyped one is recognised, also when no text has them.
void IndexBuilder::add_vocabulary() {
  for (auto const& word : synonyms_.words()) numbers_.try_emplace(word, numbers_.size());
  in_documents_.resize(numbers_.size());
  last_document_.resize(numbers_.size(), never);
}

void IndexBuilder::add(std::vector<std::string> const& texts) {
  check(texts.size() == fields_.size(), "a text for each field");
  auto const document = static_cast<std::uint32_t>(ends_.size() / fields_.size());
  for (auto const& text : texts) {
    for (auto& word : folded_words(text)) {
      auto const number = numbers_.try_emplace(std::move(word.text), numbers_.size()).first->second;
      if (number == in_documents_.size()) in_documents_.push_back(0), last_document_.push_back(never);
      if (std::exchange(last_document_[number], document) != document) ++in_documents_[number];
      words_.push_back(number);
    }
    ends_.push_back(words_.size());
  }
}

double IndexBuilder::length_of(std::size_t slot) const {
  return static_cast<double>(ends_[slot] - (slot == 0 ? 0 : ends_[slot - 1]));
}

std::vector<double> IndexBuilder::mean_lengths() const {
  std::vector<double> lengths(fields_.size());
  for (std::size_t slot = 0; slot < ends_.size(); ++slot) lengths[slot % fields_.size()] += length_of(slot);
  auto const documents = static_cast<double>(std::max<std::size_t>(1, ends_.size() / fields_.size()));
  for (auto& length : lengths) length /= documents;
  return lengths;
}

// How often each term stands in each field of a document, in order of terms.
std::vector<IndexBuilder::Count> IndexBuilder::counts(std::size_t document,
                                                      std::vector<KnownWord const*> const& words) const {
  std::vector<Count> counts;
  auto at = document == 0 ? 0 : ends_[document * fields_.size() - 1];
  for (std::uint32_t field = 0; field < fields_.size(); ++field) {
    for (auto const end = ends_[document * fields_.size() + field]; at < end; ++at) {
      auto const& word = *words[words_[at]];
      counts.push_back({word.term, field, 1});
      for (auto const part : word.parts) counts.push_back({part, field, as_part});
    }
  }
  std::ranges::sort(counts, {}, [](Count const& one) { return std::tuple(one.term, one.field, one.times); });
  return counts;
}

// BM25F: H. Zaragoza, N. Craswell, M. Taylor, S. Saria and S. Robertson, Microsoft Cambridge at TREC-13,
// 2004: counts are weighed by field and by the length of that field before they are saturated together.
Posting IndexBuilder::posting(std::size_t document, std::span<Count const> counts,
                              std::vector<double> const& means) const {
  double weight = 0;
  unsigned bits = 0;
  for (auto const& [term, number, times] : counts) {
    auto const& field = fields_[number];
    auto const length = length_of(document * fields_.size() + number) / means[number];
    weight += field.weight * times / (1 - field.length_share + field.length_share * length);
    bits |= 1U << number;
  }
  return {static_cast<std::uint32_t>(document), static_cast<float>(weight / (k1 + weight)),
          static_cast<FieldBits>(bits)};
}

Postings IndexBuilder::postings(Lexicon const& lexicon) const {
  std::vector<KnownWord const*> words(numbers_.size());
  for (auto const& word : lexicon.words()) words[numbers_.at(word.text)] = &word;
  auto const means = mean_lengths();
  std::vector<std::vector<Posting>> by_term(lexicon.term_count());
  for (std::size_t document = 0; document < ends_.size() / fields_.size(); ++document) {
    auto const all = counts(document, words);
    for (auto at = all.begin(); at != all.end();) {
      auto const next = std::find_if(at, all.end(), [&](Count const& one) { return one.term != at->term; });
      by_term[at->term.value()].push_back(posting(document, {at, next}, means));
      at = next;
    }
  }
  return Postings(by_term);
}

WordIndex IndexBuilder::build() && {
  std::unordered_map<std::string, std::uint32_t> in_documents;
  for (auto const& [text, number] : numbers_) in_documents.emplace(text, in_documents_[number]);
  WordIndex index;
  index.lexicon_ = Lexicon(in_documents);
  index.postings_ = postings(index.lexicon_);
  index.synonyms_ = std::move(synonyms_);
  index.documents_ = ends_.size() / fields_.size();
  return index;
}

}  // namespace wegwijzer::search
