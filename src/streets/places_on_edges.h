// SPDX-License-Identifier: EUPL-1.2
// Places by the edge on which they lie.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "streets/snap.h"

namespace wegwijzer {

struct Destination;

struct OnEdge {
  Index<Destination> destination;
  Place place{};
};

class PlacesOnEdges {
 public:
  // Destination n is places[n]; one without a place lies on no edge.
  explicit PlacesOnEdges(std::span<std::optional<Place> const> places);

  // By destination.
  std::span<OnEdge const> on(Index<Edge> edge) const;

  std::span<OnEdge const> all() const { return by_edge_; }

  void insert(OnEdge const& there);
  void erase(Index<Destination> destination, Index<Edge> edge);

 private:
  std::vector<OnEdge> by_edge_;
};

}  // namespace wegwijzer
