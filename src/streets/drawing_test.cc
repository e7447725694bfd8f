// SPDX-License-Identifier: EUPL-1.2
#include "streets/drawing.h"

#include <gtest/gtest.h>

#include "kit/drawn_town.h"

namespace wegwijzer {

namespace {

constexpr GeoPoint origin{520'000'000, 50'000'000};

Drawing drawn(std::string_view text) {
  return *read_drawing(text, origin);
}

}  // namespace

TEST(Drawings, place_the_first_sign_at_the_origin_and_south_below_it) {
  auto const town = drawn(R"(
      A----B
      |
      C
  )");
  EXPECT_EQ(town.places.at('A'), origin);
  EXPECT_NEAR(distance(town.places.at('A'), town.places.at('B')).value, 500, 0.5);
  EXPECT_NEAR(distance(town.places.at('A'), town.places.at('C')).value, 200, 0.5);
  EXPECT_LT(town.places.at('C').latitude, origin.latitude);
  EXPECT_EQ(town.streets->node_count(), 3);
  EXPECT_EQ(town.streets->edge_count(), 2);
}

TEST(Drawings, join_only_signs_that_are_drawn_towards_each_other) {
  EXPECT_EQ(drawn("A|B").streets->edge_count(), 0);
  EXPECT_EQ(drawn("AB").streets->edge_count(), 1);
  EXPECT_EQ(drawn("A-+-B").streets->edge_count(), 2);
  EXPECT_EQ(drawn("A--~--B").streets->edge_count(), 2);  // both end at the water
}

TEST(Drawings, change_the_use_where_the_sign_changes) {
  auto const town = draw("A-->--B");
  EXPECT_EQ(town.streets()->edge_count(), 3);
  EXPECT_EQ(town.cycle('A', 'B'), Metres{600});
  EXPECT_EQ(draw("A=B").walk('A', 'B'), std::nullopt);
  EXPECT_EQ(draw("A=B").cycle('A', 'B'), Metres{200});
}

TEST(Drawings, know_the_four_one_way_signs) {
  auto const against = [](std::string_view text) {
    auto const town = draw(text);
    return town.cycling_time('B', 'A') > town.cycling_time('A', 'B');
  };
  EXPECT_TRUE(against("A->-B"));
  EXPECT_TRUE(against("B-<-A"));
  EXPECT_TRUE(against("A\nv\nB"));
  EXPECT_TRUE(against("B\n^\nA"));
}

TEST(Drawings, refuse_what_they_do_not_know) {
  EXPECT_EQ(read_drawing("A--?", origin).error().key, "drawing.unknown_sign");
  EXPECT_EQ(read_drawing("A--A", origin).error().key, "drawing.place_twice");
  EXPECT_TRUE(read_drawing("", origin));
}

}  // namespace wegwijzer
