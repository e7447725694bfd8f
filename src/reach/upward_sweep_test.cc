// SPDX-License-Identifier: EUPL-1.2
#include "reach/upward_sweep.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/check.h"
#include "base/random.h"
#include "kit/any_network.h"
#include "kit/between_all.h"
#include "reach/matrix.h"

namespace wegwijzer {

namespace {

// Between crossings by number, each to the north of the one before.
void add_ride(StreetsBuilder& builder, int from, int to, Metres length, bool both_ways) {
  builder.add_edge(
      any_network_crossing(from), any_network_crossing(to), length,
      {StreetClass::residential, Surface::unknown, {.bike_forward = true, .bike_backward = both_ways}});
}

GeoPoint point_of(Streets const& streets, Index<Node> node) {
  return streets.columns().nodes[node.value()];
}

Place on_street(Streets const& streets, int from, int to, Along along, Tenths connector = {}) {
  auto const& edges = streets.columns().edges;
  auto const found = std::ranges::find_if(edges, [&](Edge const& edge) {
    return point_of(streets, edge.from) == any_network_crossing(from).at &&
           point_of(streets, edge.to) == any_network_crossing(to).at;
  });
  check(found != edges.end(), "there is a street between the two");
  return {Index<Edge>(static_cast<std::size_t>(found - edges.begin())), along, connector};
}

std::vector<std::uint32_t> northwards(Streets const& streets) {
  std::vector<std::uint32_t> nodes(streets.node_count());
  std::iota(nodes.begin(), nodes.end(), 0U);
  std::ranges::sort(nodes, {},
                    [&](std::uint32_t node) { return point_of(streets, Index<Node>(node)).latitude; });
  return nodes;
}

std::vector<std::uint32_t> any_order(Streets const& streets, Random& random) {
  auto nodes = northwards(streets);
  for (auto left = nodes.size(); left > 1; --left) std::swap(nodes[left - 1], nodes[random.below(left)]);
  return nodes;
}

std::shared_ptr<Hierarchy const> contracted(std::span<std::uint32_t const> order,
                                            std::shared_ptr<Streets const> streets) {
  auto contraction = std::make_shared<Contraction const>(contract(skeleton(*streets), order));
  auto times = std::make_shared<TravelTimes const>(std::move(streets), Profile{Mode::bike, AgeBand::from_9});
  return std::make_shared<Hierarchy const>(customise(std::move(contraction), std::move(times), 1));
}

std::shared_ptr<Streets const> any_rides(Random& random) {
  StreetsBuilder builder;
  auto const crossing = [&] { return static_cast<int>(random.below(20)); };
  for (int street = 0; street < 24; ++street) {
    auto const from = crossing(), to = crossing();
    Metres const length{static_cast<double>(random.below(400))};
    add_ride(builder, from, to, length, random.below(2) == 0);
  }
  return std::make_shared<Streets const>(std::move(builder).build());
}

// Several times as many as are searched from at once, so that a search also comes after another one.
std::vector<std::optional<Place>> any_places_on(Streets const& streets, Random& random) {
  std::vector<std::optional<Place>> places;
  while (places.size() < 4 * lane_count) {
    Index<Edge> const edge(random.below(streets.edge_count()));
    Along const along{static_cast<std::uint32_t>(random.below(Along::whole))};
    places.push_back(Place{edge, along, Tenths(static_cast<std::int32_t>(random.below(600)))});
  }
  return places;
}

}  // namespace

// Riders leave crossing 3 for 1 and for 2 and cannot come back, so nobody gets there:
//
//     4 ---10 m--- 0
//     |
//   100 m
//     |
//     1 <--10 m--- 3 ---10 m--> 2
//
// Who stands 90 m from crossing 1 is there in 27 s (12 km/h, 3 tenths a metre), sooner than by way of
// crossing
// 4. Contracted from the south, 0 and 3 are both one step below 4: that one is at 0 in 6 s must not make it
// look as if one were at 3, from where it is another 3 s. It did when somebody near 2 and somebody near 0,
// later there than the first one could be, were searched from at the same time.
TEST(UpwardSweep, takes_no_crossing_for_another_that_nobody_reaches) {
  StreetsBuilder builder;
  add_ride(builder, 3, 2, Metres{10}, false);
  add_ride(builder, 3, 1, Metres{10}, false);
  add_ride(builder, 1, 4, Metres{100}, true);
  add_ride(builder, 0, 4, Metres{10}, true);
  auto const streets = std::make_shared<Streets const>(std::move(builder).build());
  std::vector<std::optional<Place>> const at_crossing_1{on_street(*streets, 3, 1, line_end)};
  std::vector<std::optional<Place>> const asking{on_street(*streets, 1, 4, Along{Along::whole / 10 * 9}),
                                                 on_street(*streets, 3, 2, Along{Along::whole / 2}),
                                                 on_street(*streets, 0, 4, line_begin, Tenths(100))};
  PlaceIndex const index(contracted(northwards(*streets), streets), Heading::to_index, Minutes(60),
                         at_crossing_1);
  auto const matrix = reach_matrix(index, asking, Minutes(60), 1);
  // With the minute for the bicycle: 60 + 27 s; and with 10 s to the street and 110 m, 60 + 10 + 33 s.
  EXPECT_EQ(copied(matrix.of(0)), (std::vector<Hit>{{Index<Destination>(0), Tenths(870)}}));
  EXPECT_TRUE(matrix.of(1).empty());
  EXPECT_EQ(copied(matrix.of(2)), (std::vector<Hit>{{Index<Destination>(0), Tenths(1030)}}));
}

TEST(UpwardSweep, finds_what_travel_finds_in_whatever_order_crossings_are_contracted) {
  Random random = Seed(1).stream("contracted in any order");
  for (int network = 0; network < 2'000; ++network) {
    auto const streets = any_rides(random);
    auto const hierarchy = contracted(any_order(*streets, random), streets);
    auto const places = any_places_on(*streets, random);
    Minutes const budget(20);
    PlaceIndex const index(hierarchy, Heading::to_index, budget, places);
    auto const matrix = reach_matrix(index, places, budget, 1);
    Destinations const destinations(*hierarchy->times, places);
    Travel travel(*hierarchy->times);
    for (std::size_t home = 0; home < places.size(); ++home)
      ASSERT_EQ(copied(matrix.of(home)), copied(travel.within(*places[home], budget, destinations)))
          << network;
  }
}

}  // namespace wegwijzer
