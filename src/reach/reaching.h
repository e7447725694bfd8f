// SPDX-License-Identifier: EUPL-1.2
// Asks an index of places which of them are within a budget of a place, door to door; the answers are those
// of Travel (streets/travel.h). A workspace: one per thread, it keeps its memory.
#pragma once

#include <bit>
#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "reach/place_index.h"
#include "streets/travel.h"

namespace wegwijzer {

class Reaching {
 public:
  // The index must outlive it.
  explicit Reaching(PlaceIndex const& index) : index_(index), search_(index.hierarchy()) {}

  // Calls visit(destination, time) for all places of the index within the budget (included; at most that of
  // the index), in the order of destination, with the shortest time. A negative budget reaches nothing.
  template <class Visit>
  void for_each_within(Place const& place, Minutes budget, Visit visit) {
    auto const before = find(place, budget);
    for (auto word = first_word_; word < end_word_; ++word) {
      for (auto bits = std::exchange(met_[word], 0); bits != 0; bits &= bits - 1) {
        auto const destination = word * 64 + static_cast<std::size_t>(std::countr_zero(bits));
        visit(Index<Destination>(destination),
              Tenths(static_cast<std::int32_t>(before + std::exchange(best_[destination], unmet))));
      }
    }
  }

  // As Travel::within. Valid until the next call.
  std::span<Hit const> within(Place const& place, Minutes budget);

  // The nearest `most` places that fit, within the budget; the nearest first, of equally near ones the first.
  std::span<Hit const> nearest(Place const& place, Minutes budget, std::size_t most,
                               std::function<bool(Index<Destination>)> const& fits);

 private:
  using Met = UpwardSweep<OneLane>::Met;

  static constexpr std::uint32_t unmet = std::numeric_limits<std::uint32_t>::max();

  // The ranks over which journeys lead, within this bound.
  std::span<Met const> ranks(Place const& place, std::uint32_t bound);
  std::optional<std::uint32_t> bound(Minutes budget) const;
  std::uint32_t find(Place const& place, Minutes budget);
  void meet(PlaceIndex::Run const& run, std::uint32_t before, std::uint32_t limit);
  void meet(Index<Destination> destination, std::uint32_t time);
  void mark(Index<Destination> destination);

  PlaceIndex const& index_;
  UpwardSweep<OneLane> search_;
  std::vector<std::uint32_t> best_;  // by destination, without what comes before the street
  std::vector<std::uint64_t> met_;   // a bit a destination
  std::size_t first_word_ = 0;
  std::size_t end_word_ = 0;
  std::vector<Hit> hits_;
  std::vector<Met> ranks_;
};

}  // namespace wegwijzer
