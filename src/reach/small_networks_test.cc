// SPDX-License-Identifier: EUPL-1.2
// Thousands of small networks: what Travel, Reaching and the matrix find, against times between all nodes.
#include <gtest/gtest.h>

#include "base/random.h"
#include "kit/between_all.h"
#include "kit/hierarchy_of.h"
#include "reach/matrix.h"
#include "reach/reaching.h"
#include "streets/streets_builder.h"

namespace wegwijzer {

namespace {

using Places = std::vector<std::optional<Place>>;

constexpr Minutes budgets[] = {Minutes(0), Minutes(2), Minutes(5), Minutes(60)};

bool chance(Random& random) {
  return random.below(2) == 0;
}

// Loops, parallel edges, lengths of nothing, one-way streets and parts that hang together with no other.
std::shared_ptr<Streets const> small_network(Random& random) {
  StreetsBuilder builder;
  auto const nodes = 2 + random.below(11);
  for (auto edge = 1 + random.below(2 * nodes); edge > 0; --edge) {
    auto const node = [&] {
      auto const number = static_cast<int>(random.below(nodes));
      return WayPoint{number, GeoPoint::of_degrees(52 + number * 0.001, 5)};
    };
    bool const foot = chance(random), forward = chance(random), backward = chance(random);
    auto const from = node(), to = node();
    builder.add_edge(from, to, Metres{static_cast<double>(random.below(5) * 50)},
                     {StreetClass::residential, Surface::unknown, {foot, forward, backward, false}});
  }
  return std::make_shared<Streets>(std::move(builder).build());
}

// At the ends of edges that lead both ways, so that the times between nodes are all there is to it.
Places at_nodes(TravelTimes const& times, Random& random) {
  Places places;
  for (std::size_t at = 0; at < times.streets().edge_count(); ++at) {
    Index<Edge> const edge(at);
    if (times.time(edge, true) == never || times.time(edge, false) == never) continue;
    places.push_back(Place{edge, Along{chance(random) ? 0U : Along::whole},
                           Tenths(static_cast<std::int32_t>(random.below(300)))});
  }
  return places;
}

std::size_t node_of(Streets const& streets, Place const& place) {
  auto const& edge = streets.edge(place.edge);
  return (place.along == Along{0} ? edge.from : edge.to).value();
}

std::vector<Hit> expected_hits(TravelTimes const& times, TimesBetweenAll const& between, Place const& home,
                               Places const& venues, Minutes budget) {
  std::vector<Hit> hits;
  for (std::size_t venue = 0; venue < venues.size(); ++venue) {
    auto const& streets = times.streets();
    auto const way = between[node_of(streets, home)][node_of(streets, *venues[venue])];
    auto const time =
        way + home.connector.count() + venues[venue]->connector.count() + times.pace().start_up.count();
    if (time <= Tenths(budget).count())
      hits.push_back({Index<Destination>(venue), Tenths(static_cast<std::int32_t>(time))});
  }
  return hits;
}

}  // namespace

TEST(SmallNetworks, are_travelled_as_the_times_between_all_nodes_say) {
  Random random = Seed(1).stream("small networks");
  std::size_t pairs = 0;
  for (int network = 0; network < 3'000; ++network) {
    Profile const profile{chance(random) ? Mode::walk : Mode::bike, AgeBand::from_9};
    auto const times = std::make_shared<TravelTimes const>(small_network(random), profile);
    auto const between = between_all(*times);
    auto const places = at_nodes(*times, random);
    auto const hierarchy = hierarchy_of(times);
    PlaceIndex const there(hierarchy, Heading::to_index, Minutes(60), places);
    PlaceIndex const back(hierarchy, Heading::from_index, Minutes(60), places);
    Destinations const destinations(*times, places);
    Travel travel(*times);
    Reaching reaching(there);
    for (auto const budget : budgets) {
      auto const matrix = reach_matrix(there, places, budget, 1);
      auto const reversed = reach_matrix(back, places, budget, 1);
      for (std::size_t home = 0; home < places.size(); ++home) {
        auto const expected = expected_hits(*times, between, *places[home], places, budget);
        ASSERT_EQ(copied(travel.within(*places[home], budget, destinations)), expected) << network;
        ASSERT_EQ(copied(reaching.within(*places[home], budget)), expected) << network;
        ASSERT_EQ(copied(matrix.of(home)), expected) << network;
        for (auto const& hit : expected) {
          Hit const seen{Index<Destination>(home), hit.time};
          ASSERT_EQ(std::ranges::count(reversed.of(hit.destination.value()), seen), 1) << network;
        }
        pairs += expected.size();
      }
      ASSERT_EQ(reversed.hits.size(), matrix.hits.size()) << network;
    }
  }
  EXPECT_GT(pairs, 10'000U);
}

}  // namespace wegwijzer
