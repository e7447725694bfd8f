// SPDX-License-Identifier: EUPL-1.2
#include "streets/destinations.h"

#include <numeric>

#include "streets/search.h"

namespace wegwijzer {

namespace {

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
      on_edges_(places) {
  for (auto const& on : on_edges_.all()) {
    for_each_approach(times, on.place,
                      [&](Index<Node> node, Tenths) { ++first_approach_[node.value() + 1]; });
  }
  std::partial_sum(first_approach_.begin(), first_approach_.end(), first_approach_.begin());
  approaches_.resize(first_approach_.back());
  auto next = first_approach_;
  for (auto const& on : on_edges_.all()) {
    for_each_approach(times, on.place, [&](Index<Node> node, Tenths time) {
      approaches_[next[node.value()]++] = {on.destination, time};
    });
  }
}

}  // namespace wegwijzer
