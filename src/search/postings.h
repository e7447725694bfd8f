// SPDX-License-Identifier: EUPL-1.2
// Which documents have a term, how much it weighs there, and in which fields it stands.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "search/lexicon.h"

namespace wegwijzer::search {

struct Document;

using FieldBits = std::uint8_t;  // bit f: field f; so there are at most 8 fields

struct Posting {
  std::uint32_t document = 0;
  float weight = 0;  // between 0 and 1: how much of what this term can add it adds
  FieldBits fields = 0;
  bool operator==(Posting const&) const = default;
};

// Side by side in memory, nine bytes for each term of each document.
class Postings {
 public:
  Postings() = default;
  explicit Postings(std::vector<std::vector<Posting>> const& by_term);  // each in order of documents

  struct Of {
    std::span<std::uint32_t const> documents;
    std::span<float const> weights;
    std::span<FieldBits const> fields;

    std::size_t size() const { return documents.size(); }

    Posting operator[](std::size_t i) const { return {documents[i], weights[i], fields[i]}; }

    // Weight 0 when the document does not have the term.
    Posting at(std::uint32_t document) const;
  };

  Of of(Index<Term> term) const;

 private:
  std::vector<std::size_t> begins_{0};
  std::vector<std::uint32_t> documents_;
  std::vector<float> weights_;
  std::vector<FieldBits> fields_;
};

}  // namespace wegwijzer::search
