// SPDX-License-Identifier: EUPL-1.2
// What the children of some homes meet: all that stays the same wherever among these homes they live.
#pragma once

#include "opportunity/foursome.h"

namespace wegwijzer {

// The candidates that any child of these homes may meet, in order.
std::vector<std::uint32_t> candidates_met(OpportunityModel const& model, std::span<std::size_t const> homes);

// These, and factor 3 and 4 of each for every foursome. The same on any number of threads.
class RowsOfHomes {
 public:
  enum class Also { nothing, without_barriers };

  // `model` and `homes` must live as long.
  RowsOfHomes(OpportunityModel const& model, std::span<std::size_t const> homes, unsigned threads,
              Also also = Also::nothing);

  OpportunityModel const& model() const { return *model_; }

  std::span<std::size_t const> homes() const { return homes_; }

  std::vector<std::uint32_t> const& met() const { return met_; }

  // Of a candidate that is met, its number among them.
  std::uint32_t place_of(std::size_t candidate) const { return place_[candidate]; }

  std::vector<RowOfFour> const& rows(std::size_t foursome) const { return rows_[foursome]; }

  // By place and barrier the access without it; without that of the way there. Only where asked for, and only
  // of what suits any age of the four.
  std::vector<std::array<Four, barrier_count>> const& without_barrier(std::size_t foursome) const {
    return without_[foursome];
  }

 private:
  OpportunityModel const* model_;
  std::span<std::size_t const> homes_;
  std::vector<std::uint32_t> met_;
  std::vector<std::uint32_t> place_;  // by candidate that is met
  std::vector<std::vector<RowOfFour>> rows_;
  std::vector<std::vector<std::array<Four, barrier_count>>> without_;
};

}  // namespace wegwijzer
