// SPDX-License-Identifier: EUPL-1.2
#include "streets/snap.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kit/drawn_town.h"

namespace wegwijzer {

namespace {

constexpr Profile walking{Mode::walk, AgeBand::grown};
constexpr Profile by_bike{Mode::bike, AgeBand::grown};

GeoPoint moved(GeoPoint from, double east, double north) {
  return LocalPlane(from).point({east, north});
}

}  // namespace

TEST(Snapping, finds_the_place_on_the_street_and_not_the_crossing) {
  auto const town = draw("A---------B");  // 1000 m
  auto const place = snap(town.times(walking), moved(town.at('A'), 250, 50));
  ASSERT_TRUE(place);
  EXPECT_NEAR(place->along.parts, Along::whole / 4, Along::whole / 1000);
  // 50 m x 1.2 at 5 km/h: 43.2 s.
  EXPECT_EQ(place->connector, Tenths(432));
}

TEST(Snapping, fails_beyond_500_metres) {
  auto const town = draw("A-B");
  EXPECT_TRUE(snap(town.times(walking), moved(town.at('A'), 0, 499)));
  auto const far = snap(town.times(walking), moved(town.at('A'), 0, 501));
  ASSERT_FALSE(far);
  EXPECT_EQ(far.error(), (Error{Fault::missing, "streets.too_far"}));
}

TEST(Snapping, passes_over_what_the_profile_may_not_use) {
  auto const town = draw(R"(
      A==B
      .
      C--D
  )");
  auto const times = town.times(walking);
  auto const place = snap(times, town.at('A'));
  ASSERT_TRUE(place);
  EXPECT_EQ(times.streets().edge(place->edge).use.kind, StreetClass::residential);
  EXPECT_EQ(snap(town.times(by_bike), town.at('A'))->connector, Tenths(0));
}

TEST(Snapping, does_not_strand_a_home_on_a_platform) {
  auto const town = draw(R"(
      A-B
      .
      C--+--D
         |
         E
  )");  // the platform A-B is nearer, but leads nowhere
  auto const times = town.times(walking);
  auto const place = snap(times, town.at('A'));
  ASSERT_TRUE(place);
  EXPECT_TRUE(times.gets_about(place->edge));
  EXPECT_EQ(place->connector, Tenths(1728));  // 200 m x 1.2 at 5 km/h
}

TEST(Snapping, takes_the_platform_when_there_is_nothing_else) {
  auto const town = draw(R"(
      A-B.........C--+--D
                     |
                     E
  )");
  EXPECT_EQ(snap(town.times(walking), town.at('A'))->connector, Tenths(0));
}

TEST(Snapping, never_lands_on_a_ferry) {
  auto const town = draw("A--B****C--D");
  auto const place = snap(town.times(walking), moved(town.at('B'), 200, 0));
  ASSERT_TRUE(place);
  EXPECT_EQ(place->connector, Tenths(1728));  // back to B: 200 m x 1.2 at 5 km/h
}

RC_GTEST_PROP(Snapping, finds_the_nearest_of_all_edges, ()) {
  auto const town = draw(R"(
      A--+--+--B
      |  |  |  |
      +--+--C--+
      |  |  |  |
      D--+--+--E
  )");
  auto const times = town.times(walking);
  auto const door = moved(town.at('C'), *rc::gen::inRange(-800, 800), *rc::gen::inRange(-600, 600));
  double nearest = 500;
  for (std::size_t edge = 0; edge < times.streets().edge_count(); ++edge)
    nearest =
        std::min(nearest, nearest_on_line(LocalPlane(door), times.streets().line(Index<Edge>(edge))).metres);
  auto const place = snap(times, door);
  RC_ASSERT(place.has_value() == (nearest < 500));
  if (place)
    RC_ASSERT(nearest_on_line(LocalPlane(door), times.streets().line(place->edge)).metres == nearest);
}

TEST(Lines, split_an_amount_without_losing_any) {
  EXPECT_EQ(amount_before(1000, line_begin), 0);
  EXPECT_EQ(amount_before(1000, line_end), 1000);
  EXPECT_EQ(amount_before(1001, Along{Along::whole / 2}), 501);  // half up
  EXPECT_EQ(amount_before(0xffff'ffff, line_end), 0xffff'ffff);
}

TEST(Lines, give_the_part_between_two_positions_in_either_direction) {
  std::vector<GeoPoint> const line{{0, 0}, {0, 1000}, {0, 4000}};
  Along const quarter{Along::whole / 4};
  Along const half{Along::whole / 2};
  EXPECT_EQ(part_of_line(line, line_begin, half), (std::vector<GeoPoint>{{0, 0}, {0, 1000}, {0, 2000}}));
  EXPECT_EQ(part_of_line(line, half, line_begin), (std::vector<GeoPoint>{{0, 2000}, {0, 1000}, {0, 0}}));
  EXPECT_EQ(part_of_line(line, quarter, half), (std::vector<GeoPoint>{{0, 1000}, {0, 2000}}));
  EXPECT_EQ(part_of_line(line, half, half), (std::vector<GeoPoint>{{0, 2000}, {0, 2000}}));
}

TEST(Lines, without_length_have_one_place) {
  std::vector<GeoPoint> const line{{7, 7}, {7, 7}};
  EXPECT_EQ(along(line, nearest_on_line(LocalPlane(GeoPoint{7, 8}), line)), line_begin);
  EXPECT_EQ(part_of_line(line, line_begin, line_end).front(), (GeoPoint{7, 7}));
}

}  // namespace wegwijzer
