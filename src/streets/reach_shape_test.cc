// SPDX-License-Identifier: EUPL-1.2
#include "streets/reach_shape.h"

#include <gtest/gtest.h>

#include "kit/drawn_town.h"

namespace wegwijzer {

namespace {

// By a grown-up on foot, 5 km/h: 83 m a minute.
std::vector<Polygon> walked(DrawnTown const& town, char from, int minutes) {
  auto const times = town.times({Mode::walk, AgeBand::grown});
  return reach_shape(*town.streets(),
                     Travel(times).parts(*snap(times, town.at(from)), Minutes(minutes), ground_of_street));
}

GeoPoint beside(GeoPoint point, double east, double north) {
  return LocalPlane(point).point({east, north});
}

}  // namespace

TEST(ReachShape, ends_where_the_time_ends) {
  auto const town = draw("A---------B");
  auto const shape = walked(town, 'A', 6);  // 500 m of 1000
  ASSERT_EQ(shape.size(), 1U);
  EXPECT_TRUE(contains(shape, beside(town.at('A'), 490, 0)));
  EXPECT_FALSE(contains(shape, beside(town.at('A'), 512, 0)));
  EXPECT_TRUE(contains(shape, beside(town.at('A'), 250, 80)));
  EXPECT_FALSE(contains(shape, beside(town.at('A'), 250, 100)));
}

TEST(ReachShape, leaves_out_the_street_beyond_the_canal) {
  auto const town = draw(R"(
      A--------
      ~~~~~~~~|
      C--------
  )");
  auto const shape = walked(town, 'A', 12);  // 1,000 m: up to the bridge and no farther
  EXPECT_TRUE(contains(shape, beside(town.at('A'), 400, -80)));
  EXPECT_FALSE(contains(shape, town.at('C')));
  EXPECT_FALSE(contains(shape, beside(town.at('C'), 400, 0)));
}

TEST(ReachShape, has_a_hole_where_no_street_is) {
  auto const town = draw(R"(
      A-----+
      |~~~~~|
      |~~~~~|
      |~~~~~|
      |~~~~~|
      +-----+
  )");
  auto const shape = walked(town, 'A', 60);
  ASSERT_EQ(shape.size(), 1U);
  ASSERT_EQ(shape.front().holes.size(), 1U);
  EXPECT_FALSE(contains(shape, beside(town.at('A'), 300, -250)));
  EXPECT_TRUE(contains(shape, beside(town.at('A'), 300, -60)));
  EXPECT_TRUE(contains(shape, beside(town.at('A'), 300, 60)));
}

TEST(ReachShape, of_nothing_is_nothing) {
  auto const town = draw("A---B");
  EXPECT_TRUE(walked(town, 'A', -1).empty());
}

}  // namespace wegwijzer
