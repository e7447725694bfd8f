// SPDX-License-Identifier: EUPL-1.2
#include "towns/geometry.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <numbers>

#include "kit/fictional_towns.h"

namespace wegwijzer::towns {

namespace {

LabelledRing labelled(Ring const& ring) {
  LabelledRing shape{ring, {}};
  for (std::size_t i = 0; i < ring.size(); ++i) shape.label.push_back(i);
  return shape;
}

// 100 m wide and 60 m high; side 0 is its south side.
Ring field() {
  return {{0, 0}, {100, 0}, {100, 60}, {0, 60}};
}

double number(double from, double to) {
  return from + (to - from) * (*rc::gen::inRange(0, 1'000'001)) / 1'000'000;
}

Point direction() {
  auto const angle = number(0, 2 * std::numbers::pi);
  return {std::cos(angle), std::sin(angle)};
}

// Points on an ellipse, at angles that differ by at least a twentieth of a turn over their number.
Ring a_convex_ring() {
  auto const count = *rc::gen::inRange(3, 9);
  auto const wide = number(20, 500), high = number(20, 500);
  Ring ring;
  for (int i = 0; i < count; ++i) {
    auto const angle = 2 * std::numbers::pi * (i + number(0, 0.8)) / count;
    ring.push_back({wide * std::cos(angle), high * std::sin(angle)});
  }
  return ring;
}

}  // namespace

TEST(Area, is_positive_counterclockwise_and_negative_clockwise) {
  EXPECT_DOUBLE_EQ(area(field()), 6'000);  // 100 × 60
  EXPECT_DOUBLE_EQ(area({{0, 60}, {100, 60}, {100, 0}, {0, 0}}), -6'000);
  EXPECT_DOUBLE_EQ(area({{0, 0}, {4, 0}, {0, 3}}), 6);  // half of 4 × 3
}

TEST(Chord, crosses_a_field_from_side_to_side) {
  // Eastwards through (30, 20): in at x = 0, 30 m before the point, out at x = 100, 70 m behind it.
  auto const east = chord(field(), {30, 20}, {1, 0});
  ASSERT_TRUE(east);
  EXPECT_DOUBLE_EQ(east->from, -30);
  EXPECT_DOUBLE_EQ(east->to, 70);
  EXPECT_EQ(east->enters, 3U);
  EXPECT_EQ(east->leaves, 1U);
  // From the corner (0, 0) along (4, 3) / 5: y is 60 after 100 m, when x is 80.
  auto const aslant = chord(field(), {0, 0}, {0.8, 0.6});
  ASSERT_TRUE(aslant);
  EXPECT_NEAR(aslant->from, 0, 1e-9);
  EXPECT_NEAR(aslant->to, 100, 1e-9);
  EXPECT_EQ(aslant->leaves, 2U);
}

TEST(Chord, is_nothing_beside_the_field) {
  EXPECT_FALSE(chord(field(), {50, 61}, {1, 0}));
  EXPECT_FALSE(chord(field(), {-60, 0}, {0.6, 0.8}));  // at x = 0, after 100 m, it is 80 m north
}

RC_GTEST_PROP(Chord, has_its_ends_on_the_ring, ()) {
  auto const ring = a_convex_ring();
  auto const along = direction();
  auto const from = middle(ring) + Point{number(-300, 300), number(-300, 300)};
  auto const found = chord(ring, from, along);
  if (!found) RC_SUCCEED("the line passes by");
  for (auto const& [at, side] : {std::pair{found->from, found->enters}, {found->to, found->leaves}}) {
    auto const end = from + along * at;
    RC_ASSERT(from_stretch(end, ring[side], ring[(side + 1) % ring.size()]) < 1e-6);
  }
  RC_ASSERT(outside_of(from + along * ((found->from + found->to) / 2), ring) < 1e-6);
}

RC_GTEST_PROP(Chord, is_there_wherever_the_line_passes_a_point_inside, ()) {
  auto const ring = a_convex_ring();
  auto const found = chord(ring, middle(ring), direction());
  RC_ASSERT(found);
  RC_ASSERT(found->from < 0);
  RC_ASSERT(found->to > 0);
}

TEST(Cut, leaves_what_lies_to_the_left) {
  // North of the line y = 20 lies 100 × 40; south of it 100 × 20.
  auto const north = cut(labelled(field()), {0, 20}, {1, 0}, 9);
  EXPECT_DOUBLE_EQ(area(north.ring), 4'000);
  EXPECT_EQ(north.ring.front(), (Point{100, 20}));
  EXPECT_EQ(north.label, (std::vector<std::size_t>{1, 2, 3, 9}));
  EXPECT_DOUBLE_EQ(area(cut(labelled(field()), {0, 20}, {-1, 0}, 9).ring), 2'000);
}

TEST(Cut, takes_all_or_nothing_where_the_line_passes_by) {
  EXPECT_TRUE(cut(labelled(field()), {0, 61}, {1, 0}, 9).ring.empty());
  EXPECT_EQ(cut(labelled(field()), {0, -1}, {1, 0}, 9).ring, field());
}

RC_GTEST_PROP(Cut, loses_nothing_between_both_parts, ()) {
  auto const ring = a_convex_ring();
  auto const along = direction();
  auto const on = middle(ring) + Point{number(-300, 300), number(-300, 300)};
  auto const left = cut(labelled(ring), on, along, 77), right = cut(labelled(ring), on, along * -1, 77);
  RC_ASSERT(std::abs(area(left.ring) + area(right.ring) - area(ring)) < 1e-6 * area(ring));
  RC_ASSERT(left.ring.size() == left.label.size());
  for (auto const& point : left.ring) {
    RC_ASSERT(cross(along, point - on) > -1e-6);
    RC_ASSERT(outside_of(point, ring) < 1e-6);
  }
}

RC_GTEST_PROP(Cut, keeps_the_label_of_every_side, ()) {
  auto const ring = a_convex_ring();
  auto const along = direction();
  auto const on = middle(ring) + Point{number(-100, 100), number(-100, 100)};
  auto const left = cut(labelled(ring), on, along, 77);
  for (std::size_t i = 0; i < left.ring.size(); ++i) {
    auto const half = between(left.ring[i], left.ring[(i + 1) % left.ring.size()], 0.5);
    auto const label = left.label[i];
    auto const away = label == 77 ? std::abs(cross(along, half - on))
                                  : from_stretch(half, ring[label], ring[(label + 1) % ring.size()]);
    RC_ASSERT(away < 1e-6);
  }
}

TEST(Overlap, is_more_than_a_border_in_common) {
  Ring const square{{0, 0}, {10, 0}, {10, 10}, {0, 10}};
  EXPECT_TRUE(overlap(square, {{5, 5}, {15, 5}, {15, 15}, {5, 15}}));
  EXPECT_TRUE(overlap(square, {{2, 2}, {3, 2}, {3, 3}}));  // within it
  EXPECT_FALSE(overlap(square, {{10, 0}, {20, 0}, {20, 10}, {10, 10}}));
  EXPECT_FALSE(overlap(square, {{9, 12}, {12, 9}, {20, 20}}));  // past a corner
  EXPECT_TRUE(overlap(square, {{-5, 5}, {15, 6}}));             // a stretch
  EXPECT_FALSE(overlap(square, {{-5, 5}, {-1, 6}}));
  EXPECT_FALSE(overlap(Ring{}, square));
}

TEST(Hull, leaves_out_what_lies_within) {
  EXPECT_EQ(hull({{0, 0}, {4, 4}, {2, 1}, {4, 0}, {0, 4}, {2, 0}}), (Ring{{0, 0}, {4, 0}, {4, 4}, {0, 4}}));
}

TEST(Inside, does_not_mind_a_side_of_no_length) {
  Ring const ring{{0, 0}, {10, 0}, {10, 10}, {9.999, 9.998}, {0, 10}};
  EXPECT_TRUE(lies_inside(ring, {5, 5}, 3));
  EXPECT_FALSE(lies_inside(ring, {5, 8}, 3));
}

}  // namespace wegwijzer::towns
