// SPDX-License-Identifier: EUPL-1.2
#include "streets/shape_of_streets.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "kit/drawn_town.h"

namespace wegwijzer {

namespace {

bool goes_on() {
  return true;
}

ShapeOfStreets shape(std::string_view town) {
  return *measure_shape(draw(town).streets(), Seed(1), goes_on);
}

PatternFigures const& of(ShapeOfStreets const& shape, StreetPattern pattern) {
  return shape.figures[static_cast<std::size_t>(pattern)];
}

// `across` streets of 100 m next to each other, `down` below each other.
std::string grid(int across, int down) {
  std::string town;
  for (int row = 0; row <= down; ++row) town += std::string(static_cast<std::size_t>(across + 1), '+') + '\n';
  return town;
}

}  // namespace

TEST(StreetPattern, is_told_by_crossings_and_culs_de_sac) {
  EXPECT_EQ(pattern_of({9, 0}), StreetPattern::rural);
  EXPECT_EQ(pattern_of({10, 0}), StreetPattern::edge);
  EXPECT_EQ(pattern_of({24, 20}), StreetPattern::edge);
  EXPECT_EQ(pattern_of({25, 5}), StreetPattern::grid);  // one in five is not many
  EXPECT_EQ(pattern_of({25, 6}), StreetPattern::cul_de_sac);
  EXPECT_EQ(pattern_of({149, 0}), StreetPattern::grid);
  EXPECT_EQ(pattern_of({150, 0}), StreetPattern::core);
  EXPECT_EQ(pattern_of({150, 31}), StreetPattern::cul_de_sac);
}

TEST(StreetPattern, everywhere_covers_all_and_built_up_all_but_rural) {
  EXPECT_TRUE(covers(StreetPattern::everywhere, StreetPattern::rural));
  EXPECT_FALSE(covers(StreetPattern::built_up, StreetPattern::rural));
  EXPECT_TRUE(covers(StreetPattern::built_up, StreetPattern::edge));
  EXPECT_FALSE(covers(StreetPattern::core, StreetPattern::grid));
}

TEST(Squares, are_counted_from_the_south_west) {
  auto const origin = GeoPoint::of_degrees(52, 5);
  LocalPlane const plane(origin);
  Squares const squares(std::array{plane.point({900, 0}), plane.point({0, 1200})});
  EXPECT_EQ(squares.at(plane.point({10, 10})), (Square{0, 0}));
  EXPECT_EQ(squares.at(plane.point({490, 510})), (Square{1, 0}));
  EXPECT_EQ(squares.at(plane.point({1010, 1190})), (Square{2, 2}));
}

TEST(ShapeOfStreets, tells_how_many_streets_meet_and_how_long_they_are) {
  auto const found = shape(R"(
      +-+-+
      | | |
      +-+-+
      | | |
      +-+-+---A
  )");
  // The corner where the street to A begins has become a crossing of three: 200 m on either side, 400 m to A.
  auto const& all = of(found, StreetPattern::everywhere).on_foot;
  EXPECT_EQ(all.with_arcs, (std::array<std::size_t, 5>{1, 0, 5, 1, 0}));
  EXPECT_EQ(all.crossings, 7);
  // Six of 200 m, three of 400 m around the other corners, and the one to A: 2,800 m.
  EXPECT_NEAR(all.metres, 2800, 0.1);
  EXPECT_EQ(all.link.count, 10);
  EXPECT_NEAR(all.link.median, 200, 0.01);
  EXPECT_NEAR(all.blind, 400, 0.01);
}

TEST(ShapeOfStreets, counts_streets_proper_apart) {
  auto const found = shape("A--+##B");
  EXPECT_NEAR(of(found, StreetPattern::everywhere).on_foot.metres, 600, 0.01);
  EXPECT_NEAR(of(found, StreetPattern::everywhere).proper.metres, 300, 0.01);
  auto const& metres = of(found, StreetPattern::everywhere).metres_of_class;
  EXPECT_NEAR(metres[static_cast<std::size_t>(StreetClass::residential)], 300, 0.01);
  EXPECT_NEAR(metres[static_cast<std::size_t>(StreetClass::footway)], 300, 0.01);
}

TEST(ShapeOfStreets, knows_what_is_cut_off) {
  auto const found = shape("A--B~C---D~E-F");
  // Three parts of two ends each: the largest is as large as the others, so all of them count.
  EXPECT_EQ(of(found, StreetPattern::everywhere).in_largest_part, 6);
  auto const island = shape(R"(
      +-+~A
      | |~|
      +-+-B~C-D
  )");
  // The ring is left at one corner, for A by way of B; C and D lie beyond the water.
  EXPECT_EQ(of(island, StreetPattern::everywhere).on_foot.crossings, 4);
  EXPECT_EQ(of(island, StreetPattern::everywhere).in_largest_part, 2);
}

TEST(ShapeOfStreets, gives_every_square_its_pattern) {
  // 100 m between crossings: five by five of them lie in one square, and those of the rim with three arcs.
  auto const found = shape(grid(4, 4));
  // 25 nodes without the four corners.
  EXPECT_EQ(of(found, StreetPattern::edge).on_foot.crossings, 21);
  EXPECT_EQ(of(found, StreetPattern::edge).squares, 1);
  EXPECT_EQ(of(found, StreetPattern::built_up).squares, 1);
  EXPECT_EQ(of(found, StreetPattern::rural).squares, 0);
}

TEST(ShapeOfStreets, is_the_same_for_the_same_seed) {
  auto const town = draw(grid(20, 20)).streets();
  auto const mean = [&](std::uint64_t seed) {
    return of(*measure_shape(town, Seed(seed), goes_on), StreetPattern::everywhere).detour.mean;
  };
  EXPECT_EQ(mean(1), mean(1));
  EXPECT_NE(mean(1), mean(2));
}

TEST(ShapeOfStreets, stops_when_it_is_told_to) {
  EXPECT_EQ(measure_shape(draw("A---------B").streets(), Seed(1), [] { return false; }).error().key,
            "streets.stopped");
}

RC_GTEST_PROP(Detours, go_along_both_sides_of_a_corner, ()) {
  auto const across = *rc::gen::inRange(1, 25), down = *rc::gen::inRange(1, 17);
  std::string town = "A" + std::string(static_cast<std::size_t>(across - 1), '-') + "+\n";
  for (int row = 1; row < down; ++row) town += std::string(static_cast<std::size_t>(across), '~') + "|\n";
  town += std::string(static_cast<std::size_t>(across), '~') + "B\n";
  auto const found = of(shape(town), StreetPattern::everywhere).detour;
  double const straight = std::hypot(across, down);
  // The only pair there is, both ways. The plane of the drawing is right to a thousandth.
  RC_ASSERT(found.count == (straight >= 5.01 ? pairs_per_pattern : found.count));
  RC_ASSERT(straight >= 4.99 || found.count == 0);
  if (found.count > 0) RC_ASSERT(std::abs(found.median - (across + down) / straight) < 0.003);
  if (found.count > 0) RC_ASSERT(std::abs(found.mean - found.median) < 0.003);
}

TEST(Detours, of_an_empty_grid_are_the_sum_of_both_ways_over_the_straight_one) {
  constexpr int side = 24;
  auto const found = of(shape(grid(side, side)), StreetPattern::everywhere).detour;
  double sum = 0;
  int pairs = 0;
  for (int x = -side; x <= side; ++x) {
    for (int y = -side; y <= side; ++y) {
      double const straight = std::hypot(x, y);
      if (straight < 5 || straight > 30) continue;
      int const as_often = (side + 1 - std::abs(x)) * (side + 1 - std::abs(y));
      sum += as_often * (std::abs(x) + std::abs(y)) / straight;
      pairs += as_often;
    }
  }
  // One pair differs from the next by about 0.13, so the mean of 400 by 0.0065.
  EXPECT_NEAR(found.mean, sum / pairs, 0.026);
}

}  // namespace wegwijzer
