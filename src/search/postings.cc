// SPDX-License-Identifier: EUPL-1.2
#include "search/postings.h"

#include <algorithm>

namespace wegwijzer::search {

Postings::Postings(std::vector<std::vector<Posting>> const& by_term) {
  std::size_t count = 0;
  for (auto const& postings : by_term) begins_.push_back(count += postings.size());
  documents_.reserve(count), weights_.reserve(count), fields_.reserve(count);
  for (auto const& postings : by_term) {
    for (auto const& posting : postings) {
      documents_.push_back(posting.document);
      weights_.push_back(posting.weight);
      fields_.push_back(posting.fields);
    }
  }
}

Postings::Of Postings::of(Index<Term> term) const {
  auto const first = begins_[term.value()];
  auto const count = begins_[term.value() + 1] - first;
  return {std::span(documents_).subspan(first, count), std::span(weights_).subspan(first, count),
          std::span(fields_).subspan(first, count)};
}

Posting Postings::Of::at(std::uint32_t document) const {
  auto const found = std::ranges::lower_bound(documents, document);
  if (found == documents.end() || *found != document) return {document, 0, 0};
  return (*this)[static_cast<std::size_t>(found - documents.begin())];
}

}  // namespace wegwijzer::search
