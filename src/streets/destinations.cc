// SPDX-License-Identifier: EUPL-1.2
#include "streets/destinations.h"

#include <algorithm>
#include <numeric>

#include "streets/search.h"

namespace wegwijzer {

namespace {

using OnEdge = Destinations::OnEdge;

std::vector<OnEdge> by_edge(std::span<std::optional<Place> const> places) {
  std::vector<OnEdge> found;
  for (std::size_t at = 0; at < places.size(); ++at) {
    auto const& place = places[at];
    if (place) found.push_back({Index<Destination>(at), *place});
  }
  std::ranges::stable_sort(found, {}, [](OnEdge const& on) { return on.place.edge; });
  return found;
}

// Calls visit(node, time) for each end of its edge from which the place can be reached.
template <class Visit>
void for_each_approach(TravelTimes const& times, Place const& place, Visit visit) {
  auto const& edge = times.streets().edge(place.edge);
  auto const along = time_from_begin(times, place, true);
  auto const against = time_from_begin(times, place, false);
  if (along != never) visit(edge.from, along + place.connector);
  if (against != never) visit(edge.to, against + place.connector);
}

}  // namespace

Destinations::Destinations(TravelTimes const& times, std::span<std::optional<Place> const> places)
    : times_(&times),
      size_(places.size()),
      first_approach_(times.streets().node_count() + 1),
      on_edges_(by_edge(places)) {
  for (auto const& on : on_edges_) {
    for_each_approach(times, on.place,
                      [&](Index<Node> node, Tenths) { ++first_approach_[node.value() + 1]; });
  }
  std::partial_sum(first_approach_.begin(), first_approach_.end(), first_approach_.begin());
  approaches_.resize(first_approach_.back());
  auto next = first_approach_;
  for (auto const& on : on_edges_) {
    for_each_approach(times, on.place, [&](Index<Node> node, Tenths time) {
      approaches_[next[node.value()]++] = {on.destination, time};
    });
  }
}

std::span<OnEdge const> Destinations::on_edge(Index<Edge> edge) const {
  auto const found =
      std::ranges::equal_range(on_edges_, edge, {}, [](OnEdge const& on) { return on.place.edge; });
  return {found.begin(), found.end()};
}

}  // namespace wegwijzer
