// SPDX-License-Identifier: EUPL-1.2
#include "streets/places_on_edges.h"

#include <algorithm>
#include <utility>

namespace wegwijzer {

namespace {

Index<Edge> edge_of(OnEdge const& there) {
  return there.place.edge;
}

std::pair<Index<Edge>, Index<Destination>> order_of(OnEdge const& there) {
  return {there.place.edge, there.destination};
}

}  // namespace

PlacesOnEdges::PlacesOnEdges(std::span<std::optional<Place> const> places) {
  for (std::size_t at = 0; at < places.size(); ++at) {
    if (places[at]) by_edge_.push_back({Index<Destination>(at), *places[at]});
  }
  std::ranges::sort(by_edge_, {}, order_of);
}

std::span<OnEdge const> PlacesOnEdges::on(Index<Edge> edge) const {
  auto const found = std::ranges::equal_range(by_edge_, edge, {}, edge_of);
  return {found.begin(), found.end()};
}

void PlacesOnEdges::insert(OnEdge const& there) {
  by_edge_.insert(std::ranges::upper_bound(by_edge_, order_of(there), {}, order_of), there);
}

void PlacesOnEdges::erase(Index<Destination> destination, Index<Edge> edge) {
  auto const found = std::ranges::equal_range(by_edge_, std::pair(edge, destination), {}, order_of);
  by_edge_.erase(found.begin(), found.end());
}

}  // namespace wegwijzer
