// SPDX-License-Identifier: EUPL-1.2
// The shape on the map against the exact set of places that one reaches.

#include <gtest/gtest.h>

#include <algorithm>

#include "kit/made_world.h"
#include "kit/shared_data.h"
#include "streets/reach_shape.h"
#include "streets/travel.h"
#include "usecases/ground/streets.h"

namespace wegwijzer {

namespace {

// So many places anywhere along the streets that the profile may use, the same chance for every metre.
std::vector<std::optional<Place>> any_places(TravelTimes const& times, std::size_t count, Random& random) {
  auto const& streets = times.streets();
  std::vector<std::uint64_t> until;
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < streets.edge_count(); ++i) {
    Index<Edge> const edge(i);
    auto const usable = times.time(edge, true) != never || times.time(edge, false) != never;
    sum += usable ? streets.edge(edge).millimetres : 0;
    until.push_back(sum);
  }
  std::vector<std::optional<Place>> places;
  while (places.size() < count) {
    auto const at = std::ranges::upper_bound(until, random.below(sum)) - until.begin();
    Along const along{static_cast<std::uint32_t>(random.below(Along::whole))};
    places.push_back(Place{Index<Edge>(static_cast<std::size_t>(at)), along, Tenths(0)});
  }
  return places;
}

GeoPoint point_of(Streets const& streets, Place const& place) {
  return part_of_line(streets.line(place.edge), place.along, place.along).front();
}

struct Inside {
  double reached = 0, reached_inside = 0, other = 0, other_inside = 0;

  void count(bool in_time, bool inside) {
    (in_time ? reached : other) += 1;
    if (inside) (in_time ? reached_inside : other_inside) += 1;
  }
};

Inside inside_of(TravelTimes const& times, Place const& home, Minutes budget, Random& random) {
  auto const places = any_places(times, 4'000, random);
  Travel travel(times);
  std::vector<bool> in_time(places.size());
  for (auto const& hit : travel.within(home, budget, Destinations(times, places)))
    in_time[hit.destination.value()] = true;
  auto const shape = reach_shape(times.streets(), travel.parts(home, budget, ground_of_street));
  Inside fit;
  for (std::size_t i = 0; i < places.size(); ++i)
    fit.count(in_time[i], contains(shape, point_of(times.streets(), *places[i])));
  return fit;
}

// By the promise: at least 99% of what is reached lies inside, at most 2% of what is inside is not reached.
void expect_shape_fits(std::shared_ptr<Streets const> const& streets, std::size_t homes, Random& random) {
  for (auto const mode : {Mode::walk, Mode::bike}) {
    TravelTimes const times(streets, {mode, AgeBand::from_9});
    for (int const minutes : {5, 15, 30}) {
      Inside all;
      for (auto const& home : any_places(times, homes, random)) {
        auto const fit = inside_of(times, *home, Minutes(minutes), random);
        all.reached += fit.reached, all.reached_inside += fit.reached_inside;
        all.other += fit.other, all.other_inside += fit.other_inside;
      }
      // Of the few places within five minutes one counts for a whole percent.
      EXPECT_GE(all.reached_inside, 0.99 * all.reached - 1)
          << (mode == Mode::walk ? "walk" : "bike") << ' ' << minutes;
      EXPECT_LE(all.other_inside, 0.02 * all.reached_inside + 1)
          << (mode == Mode::walk ? "walk" : "bike") << ' ' << minutes;
      EXPECT_GT(all.reached, 50) << (mode == Mode::walk ? "walk" : "bike") << ' ' << minutes;
    }
  }
}

}  // namespace

TEST(ReachShape, holds_what_is_reached_and_nothing_else) {
  for (std::uint64_t seed = 1; seed <= 2; ++seed) {
    auto random = Seed(seed).stream("homes");
    expect_shape_fits(MadeWorld(8'800, 1, seed).streets(), 6, random);
  }
}

class ReachShapeOfReality : public testing::TestWithParam<char const*> {};

TEST_P(ReachShapeOfReality, holds_what_is_reached_and_nothing_else) {
  auto const path = shared_data(GetParam());
  if (!path) GTEST_SKIP() << "no shared data: set WEGWIJZER_DATA";
  auto const streets = streets_of_file(*path, {});
  ASSERT_TRUE(streets);
  auto random = Seed(1).stream("homes");
  expect_shape_fits(*streets, 40, random);
}

INSTANTIATE_TEST_SUITE_P(OpenStreetMap, ReachShapeOfReality,
                         testing::Values("osm/delft_station_2022.osm.pbf", "osm/heidelberg_2024.osm.pbf",
                                         "osm/amsterdam_watergraafsmeer_2016.osm.pbf"));

}  // namespace wegwijzer
