// SPDX-License-Identifier: EUPL-1.2
#include "streets/crossings.h"

#include <gmock/gmock.h>

#include <numeric>

#include "kit/drawn_town.h"
#include "streets/spread.h"
#include "streets/streets_builder.h"

namespace wegwijzer {

namespace {

using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

// How many links meet, at each crossing.
std::vector<std::uint32_t> arcs(Crossings const& crossings) {
  auto found = crossings.arcs;
  std::erase(found, 0U);
  std::ranges::sort(found);
  return found;
}

// Whole metres, shortest first.
std::vector<long> lengths(Crossings const& crossings) {
  std::vector<long> found;
  for (auto const& link : crossings.links)
    found.push_back(std::lround(static_cast<double>(link.millimetres) / 1000));
  std::ranges::sort(found);
  return found;
}

Crossings crossings_on_foot(std::string_view town) {
  return find_crossings(*draw(town).streets(), is_walkable);
}

}  // namespace

TEST(Crossings, of_a_grid_leave_out_its_corners) {
  auto const found = crossings_on_foot(R"(
      +-+-+
      | | |
      +-+-+
      | | |
      +-+-+
  )");
  // Two streets meet in each of the four corners, which only bend the way from one side to the next.
  EXPECT_THAT(arcs(found), ElementsAre(3, 3, 3, 3, 4));
  EXPECT_THAT(lengths(found), ElementsAre(200, 200, 200, 200, 400, 400, 400, 400));
}

TEST(Crossings, know_a_cul_de_sac) {
  auto const found = crossings_on_foot(R"(
      +--+
      |  |
      +--+---A
  )");
  EXPECT_THAT(arcs(found), ElementsAre(1, 3));
  EXPECT_THAT(lengths(found), ElementsAre(400, 1000));  // the ring goes from the crossing back to it
}

TEST(Crossings, of_a_ring_by_itself_is_one) {
  auto const found = crossings_on_foot(R"(
      +-+
      | |
      +-+
  )");
  EXPECT_THAT(arcs(found), ElementsAre(2));
  EXPECT_THAT(lengths(found), ElementsAre(800));
}

TEST(Crossings, are_not_where_a_street_becomes_a_footpath) {
  auto const streets = draw("A--B##C").streets();
  EXPECT_THAT(lengths(find_crossings(*streets, is_walkable)), ElementsAre(600));
  auto const proper = find_crossings(*streets, is_street_proper);
  EXPECT_THAT(arcs(proper), ElementsAre(1, 1));
  EXPECT_THAT(lengths(proper), ElementsAre(300));
}

TEST(Crossings, leave_out_water_and_cycle_tracks) {
  auto const found = crossings_on_foot("A-B==C**D-E");
  EXPECT_THAT(arcs(found), ElementsAre(1, 1, 1, 1));
  EXPECT_THAT(lengths(found), ElementsAre(200, 200));
}

TEST(Crossings, count_a_street_that_is_drawn_twice_once) {
  StreetUse const street{StreetClass::residential, Surface::paved, {true, true, true, true}};
  auto const node = [](std::int64_t number) {
    return WayPoint{number, GeoPoint::of_degrees(52 + static_cast<double>(number) / 1000, 5)};
  };
  StreetsBuilder builder;
  builder.add_way(std::array{node(1), node(2), node(3)}, street);
  builder.add_way(std::array{node(2), node(3)}, street);
  auto const found = find_crossings(std::move(builder).build(), is_walkable);
  EXPECT_THAT(arcs(found), ElementsAre(1, 1));
  EXPECT_THAT(lengths(found), ElementsAre(222));  // 2 x 111.195 m
}

TEST(Crossings, are_the_same_where_riders_may_not_turn) {
  StreetUse const street{StreetClass::residential, Surface::paved, {true, true, true, true}};
  auto const node = [](std::int64_t number, double east = 5) {
    return WayPoint{number, GeoPoint::of_degrees(52 + static_cast<double>(number) / 1000, east)};
  };
  auto const found = [&](std::vector<std::int64_t> const& banned_from) {
    StreetsBuilder builder;
    builder.add_way(std::array{node(1), node(2)}, street, "", 10);
    builder.add_way(std::array{node(2), node(3)}, street, "", 11);
    builder.add_way(std::array{node(2), node(3)}, street, "", 12);  // drawn twice
    builder.add_way(std::array{node(2), node(4, 5.001)}, street, "", 13);
    builder.add_way(std::array{node(3), node(5, 4.999)}, street, "", 14);
    builder.add_way(std::array{node(3), node(6, 5.002)}, street, "", 15);
    for (auto const way : banned_from) builder.ban_turn(way, 2, 13);
    if (!banned_from.empty()) builder.ban_turn(11, 3, 14);
    return find_crossings(std::move(builder).build(), is_walkable);
  };
  auto const plain = found({});
  EXPECT_THAT(arcs(plain), ElementsAre(1, 1, 1, 1, 3, 3));
  for (auto const& from : {std::vector<std::int64_t>{11}, {12}, {10}, {10, 11, 12}}) {
    EXPECT_EQ(arcs(found(from)), arcs(plain)) << from.front();
    EXPECT_EQ(lengths(found(from)), lengths(plain)) << from.front();
  }
}

TEST(Spread, lies_between_the_nearest_ranks) {
  // Of five values the 10th percentile is 0.4 ranks above the first, the 90th as far below the last.
  auto const spread = spread_of({5, 1, 4, 2, 3});
  EXPECT_EQ(spread.count, 5);
  EXPECT_DOUBLE_EQ(spread.mean, 3);
  EXPECT_DOUBLE_EQ(spread.low, 1.4);
  EXPECT_DOUBLE_EQ(spread.median, 3);
  EXPECT_DOUBLE_EQ(spread.high, 4.6);
}

TEST(Spread, of_one_value_is_that_value) {
  auto const spread = spread_of({7});
  EXPECT_DOUBLE_EQ(spread.low, 7);
  EXPECT_DOUBLE_EQ(spread.high, 7);
  EXPECT_EQ(spread_of({}).count, 0);
}

}  // namespace wegwijzer
