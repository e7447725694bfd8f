// SPDX-License-Identifier: EUPL-1.2
// Numbers for some of the ranks: 0, 1, 2 and so on in their order. A bit for each rank, so that a question
// about one that has none seldom leaves the cache.
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

#include "reach/contraction.h"

namespace wegwijzer {

class RankSlots {
 public:
  explicit RankSlots(std::size_t ranks) : words_((ranks + 63) / 64), before_(words_.size()) {}

  void add(Rank rank) { words_[rank / 64] |= bit(rank); }

  // To be called after the last add(). How many ranks have a slot.
  std::uint32_t number() {
    std::uint32_t count = 0;
    for (std::size_t word = 0; word < words_.size(); ++word) {
      before_[word] = count;
      count += static_cast<std::uint32_t>(std::popcount(words_[word]));
    }
    return count;
  }

  bool has(Rank rank) const { return (words_[rank / 64] & bit(rank)) != 0; }

  // Of a rank that has one.
  std::uint32_t slot(Rank rank) const {
    auto const lower = words_[rank / 64] & (bit(rank) - 1);
    return before_[rank / 64] + static_cast<std::uint32_t>(std::popcount(lower));
  }

 private:
  static std::uint64_t bit(Rank rank) { return std::uint64_t{1} << rank % 64; }

  std::vector<std::uint64_t> words_;
  std::vector<std::uint32_t> before_;  // by word
};

}  // namespace wegwijzer
