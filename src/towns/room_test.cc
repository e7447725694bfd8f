// SPDX-License-Identifier: EUPL-1.2
#include "towns/room.h"

#include <gtest/gtest.h>

namespace wegwijzer::towns {

namespace {

Ring box(double x, double y, double width, double height) {
  return {{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}};
}

}  // namespace

TEST(Room, gives_each_piece_once) {
  Room room(box(0, 0, 300, 200));
  EXPECT_TRUE(room.take(box(10, 10, 40, 10)));
  EXPECT_FALSE(room.take(box(45, 15, 40, 10)));
  EXPECT_TRUE(room.take(box(50, 10, 40, 10)));  // wall to wall
  EXPECT_FALSE(room.take(box(20, 12, 2, 2)));   // within another
}

TEST(Room, ends_at_its_bounds) {
  Room room(box(0, 0, 300, 200));
  EXPECT_FALSE(room.take(box(290, 10, 20, 10)));
  EXPECT_FALSE(room.take(box(-5, -5, 10, 10)));
  EXPECT_FALSE(room.take(box(400, 10, 20, 10)));
  EXPECT_TRUE(room.take(box(280, 190, 20, 10)));
}

TEST(Room, has_nothing_left_where_it_was_filled) {
  Room room(box(0, 0, 300, 200));
  room.fill({{-50, 95}, {350, 95}, {350, 105}, {-50, 105}});  // a street through it
  room.fill(box(500, 500, 10, 10));                           // far off
  EXPECT_FALSE(room.is_free(box(100, 90, 10, 10)));
  EXPECT_FALSE(room.take(box(290, 100, 5, 5)));
  EXPECT_TRUE(room.take(box(290, 105, 5, 5)));
}

TEST(Room, takes_nothing_when_asked_only) {
  Room room(box(0, 0, 300, 200));
  EXPECT_TRUE(room.is_free(box(10, 10, 40, 10)));
  EXPECT_TRUE(room.take(box(10, 10, 40, 10)));
}

}  // namespace wegwijzer::towns
