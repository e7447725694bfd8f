// SPDX-License-Identifier: EUPL-1.2
#include "tiles/clip.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace wegwijzer::tiles {

namespace {

using testing::ElementsAre;

constexpr Box box{0, 0, 10, 10};

double area(std::vector<Outline> const& outlines) {
  double sum = 0;
  for (auto const& outline : outlines) {
    sum += std::abs(signed_area(outline.outer));
    for (auto const& hole : outline.holes) sum -= std::abs(signed_area(hole));
  }
  return sum;
}

std::vector<Loop> loops_of(std::vector<Outline> const& outlines) {
  std::vector<Loop> loops;
  for (auto const& outline : outlines) {
    loops.push_back(outline.outer);
    loops.insert(loops.end(), outline.holes.begin(), outline.holes.end());
  }
  return loops;
}

bool inside(std::vector<Outline> const& outlines, Point point) {
  bool odd = false;
  for (auto const& loop : loops_of(outlines)) odd ^= contains(loop, point);
  return odd;
}

// A star around a middle: rays of given lengths at even angles, so it never crosses itself.
Loop star(Point middle, std::vector<double> const& rays) {
  Loop loop;
  for (std::size_t i = 0; i < rays.size(); ++i) {
    auto const angle = 2 * M_PI * static_cast<double>(i) / static_cast<double>(rays.size());
    loop.push_back({middle.x + rays[i] * std::cos(angle), middle.y + rays[i] * std::sin(angle)});
  }
  return loop;
}

std::vector<double> rays(int shortest, int longest) {
  auto const whole = *rc::gen::container<std::vector<int>>(16, rc::gen::inRange(shortest, longest));
  return {whole.begin(), whole.end()};
}

// A star with a hole in its middle, here or there over the border of the box; no corner lies right on it.
Outline hollow_star() {
  Point const middle{*rc::gen::inRange(-4, 15) + 0.123, *rc::gen::inRange(-4, 15) + 0.321};
  return {star(middle, rays(5, 12)), {star(middle, rays(1, 4))}};
}

Loop scribble() {
  auto const numbers = *rc::gen::container<std::vector<int>>(24, rc::gen::inRange(-6, 17));
  Loop loop;
  for (std::size_t i = 0; i < numbers.size(); i += 2) {
    loop.push_back({static_cast<double>(numbers[i]), static_cast<double>(numbers[i + 1])});
  }
  return loop;
}

// On no line between whole numbers, on which the scribbles turn.
template <class Check>
void at_many_points(Check check) {
  for (double x = M_PI / 10; x < 10; x += 0.71) {
    for (double y = M_E / 10; y < 10; y += 0.71) check(Point{x, y});
  }
}

}  // namespace

TEST(ClipLine, keeps_what_is_inside_in_its_own_direction) {
  EXPECT_THAT(clip_line({{-5, 5}, {5, 5}, {5, 15}}, box), ElementsAre(Path{{0, 5}, {5, 5}, {5, 10}}));
}

TEST(ClipLine, falls_apart_where_it_leaves_and_comes_back) {
  EXPECT_THAT(clip_line({{2, 5}, {2, 15}, {8, 15}, {8, 5}}, box),
              ElementsAre(Path{{2, 5}, {2, 10}}, Path{{8, 10}, {8, 5}}));
}

TEST(ClipLine, passes_through_between_two_points_outside) {
  EXPECT_THAT(clip_line({{-10, 0}, {10, 20}}, box), ElementsAre());
  EXPECT_THAT(clip_line({{-2, 4}, {14, 4}}, box), ElementsAre(Path{{0, 4}, {10, 4}}));
}

TEST(ClipOutline, of_a_horseshoe_gives_two_separate_legs) {
  // The bend lies above the box; Sutherland and Hodgman would tie the legs together along the border.
  Outline const horseshoe{{{1, 8}, {1, -5}, {9, -5}, {9, 8}, {7, 8}, {7, -3}, {3, -3}, {3, 8}}, {}};
  auto const legs = clip_outline(horseshoe, box);
  ASSERT_EQ(legs.size(), 2U);
  EXPECT_DOUBLE_EQ(area(legs), 2 * 2 * 8);  // each two wide and eight high
}

TEST(ClipOutline, opens_a_hole_on_the_border) {
  Outline const ring{{{-5, 2}, {5, 2}, {5, 8}, {-5, 8}}, {{{-2, 4}, {2, 4}, {2, 6}, {-2, 6}}}};
  auto const cut = clip_outline(ring, box);
  ASSERT_EQ(cut.size(), 1U);
  EXPECT_TRUE(cut[0].holes.empty());
  EXPECT_DOUBLE_EQ(area(cut), 5 * 6 - 2 * 2);
}

TEST(ClipOutline, gives_each_hole_to_the_part_it_lies_in) {
  Outline const two_rooms{{{1, 8}, {1, -5}, {9, -5}, {9, 8}, {6, 8}, {6, -3}, {4, -3}, {4, 8}},
                          {{{2, 4}, {3, 4}, {3, 5}, {2, 5}}, {{7, 4}, {8, 4}, {8, 5}, {7, 5}}}};
  auto const rooms = clip_outline(two_rooms, box);
  ASSERT_EQ(rooms.size(), 2U);
  for (auto const& room : rooms) {
    ASSERT_EQ(room.holes.size(), 1U);
    EXPECT_TRUE(contains(room.outer, room.holes[0][0]));
  }
}

TEST(ClipOutline, around_the_whole_box_is_the_box) {
  auto const all = clip_outline({{{-5, -5}, {20, -5}, {20, 20}, {-5, 20}}, {}}, box);
  ASSERT_EQ(all.size(), 1U);
  EXPECT_DOUBLE_EQ(area(all), 100);
}

TEST(ClipOutline, outside_is_nothing) {
  EXPECT_TRUE(clip_outline({{{20, 20}, {30, 20}, {30, 30}}, {}}, box).empty());
}

TEST(ClipOutline, cuts_a_hole_that_sticks_out_of_its_outer_loop) {
  auto const cut = clip_outline({{{1, 1}, {9, 1}, {9, 9}, {1, 9}}, {{{5, 5}, {12, 5}, {12, 6}}}}, box);
  for (auto const& loop : loops_of(cut)) EXPECT_TRUE(within(box_around(loop), box));
}

RC_GTEST_PROP(ClipOutline, holds_the_same_points_of_the_box_as_the_outline, ()) {
  auto const outline = hollow_star();
  auto const cut = clip_outline(outline, box);
  at_many_points([&](Point point) { RC_ASSERT(inside(cut, point) == inside({outline}, point)); });
}

RC_GTEST_PROP(ClipOutline, holds_the_same_points_even_of_a_scribble, ()) {
  Outline const outline{scribble(), {}};
  auto const cut = clip_outline(outline, box);
  at_many_points([&](Point point) { RC_ASSERT(inside(cut, point) == inside({outline}, point)); });
}

RC_GTEST_PROP(ClipOutline, lies_in_the_box, ()) {
  for (auto const& loop : loops_of(clip_outline({scribble(), {}}, box))) {
    RC_ASSERT(within(box_around(loop), box));
  }
}

RC_GTEST_PROP(ClipOutline, of_four_quarters_has_the_area_of_the_whole, ()) {
  auto const outline = hollow_star();
  double quarters = 0;
  for (double const x : {0, 5}) {
    for (double const y : {0, 5}) quarters += area(clip_outline(outline, {x, y, x + 5, y + 5}));
  }
  RC_ASSERT(std::abs(quarters - area(clip_outline(outline, box))) < 1e-9);
}

RC_GTEST_PROP(ClipOutline, keeps_holes_within_their_outer_loop, ()) {
  for (auto const& [outer, holes] : clip_outline(hollow_star(), box)) {
    for (auto const& hole : holes) {
      for (auto const& point : hole) RC_ASSERT(contains(outer, point));
    }
  }
}

}  // namespace wegwijzer::tiles
