// SPDX-License-Identifier: EUPL-1.2
// Places to travel to, laid out by the nodes and edges from which they are reached: built once, asked often,
// shared by all threads.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "streets/places_on_edges.h"

namespace wegwijzer {

class Destinations {
 public:
  // The last stretch to a destination: from a node, its connector included.
  struct Approach {
    Index<Destination> destination;
    Tenths time{};
  };

  // Destination n is places[n]; one without a place is never reached. `times` must outlive the destinations.
  Destinations(TravelTimes const& times, std::span<std::optional<Place> const> places);

  std::size_t size() const { return size_; }

  TravelTimes const& times() const { return *times_; }

  std::span<Approach const> from_node(Index<Node> node) const {
    auto const first = first_approach_[node.value()];
    return std::span(approaches_).subspan(first, first_approach_[node.value() + 1] - first);
  }

  std::span<OnEdge const> on_edge(Index<Edge> edge) const { return on_edges_.on(edge); }

 private:
  TravelTimes const* times_;
  std::size_t size_;
  std::vector<std::uint32_t> first_approach_;
  std::vector<Approach> approaches_;
  PlacesOnEdges on_edges_;
};

}  // namespace wegwijzer
