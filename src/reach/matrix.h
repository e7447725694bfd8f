// SPDX-License-Identifier: EUPL-1.2
// Asks an index of places from many places at once: as Reaching, for a lane each of many at a time.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "reach/place_index.h"
#include "streets/travel.h"

namespace wegwijzer {

// The hits of each place that asks, by destination.
struct ReachMatrix {
  std::vector<std::uint64_t> first{0};  // by place that asks and one more
  std::vector<Hit> hits{};

  std::span<Hit const> of(std::size_t place) const {
    return std::span(hits).subspan(first[place], first[place + 1] - first[place]);
  }
};

// One without a place reaches nothing. The same on any number of threads.
ReachMatrix reach_matrix(PlaceIndex const& index, std::span<std::optional<Place> const> asking,
                         Minutes budget, unsigned threads);

// Told of each place that asks and what it reaches, valid during the call; each once, from any thread,
// neighbours together.
using RowVisit = std::function<void(std::size_t asking, std::span<Hit const> hits)>;

void for_each_row(PlaceIndex const& index, std::span<std::optional<Place> const> asking, Minutes budget,
                  unsigned threads, RowVisit const& visit);

}  // namespace wegwijzer
