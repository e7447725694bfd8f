// SPDX-License-Identifier: EUPL-1.2
#include "tiles/simplify.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace wegwijzer::tiles {

namespace {

using testing::ElementsAre;

Path scribbled_path() {
  auto const numbers = *rc::gen::container<std::vector<int>>(30, rc::gen::inRange(0, 50));
  Path path;
  for (std::size_t i = 0; i < numbers.size(); i += 2) {
    path.push_back({static_cast<double>(numbers[i]), static_cast<double>(numbers[i + 1])});
  }
  return path;
}

// The slow obvious way: along each piece in small steps.
double distance_to(Path const& path, Point point) {
  double least = 1e9;
  for (std::size_t i = 0; i + 1 < path.size(); ++i) {
    for (double share = 0; share <= 1; share += 0.001) {
      auto const x = path[i].x + share * (path[i + 1].x - path[i].x);
      auto const y = path[i].y + share * (path[i + 1].y - path[i].y);
      least = std::min(least, std::hypot(point.x - x, point.y - y));
    }
  }
  return least;
}

}  // namespace

TEST(Simplified, keeps_corners_and_drops_what_lies_on_the_way) {
  EXPECT_THAT(simplified({{0, 0}, {5, 0.4}, {10, 0}, {10, 5}, {10, 10}}, 0.5),
              ElementsAre(Point{0, 0}, Point{10, 0}, Point{10, 10}));
}

TEST(Simplified, leaves_a_loop_closed) {
  EXPECT_THAT(simplified_loop({{0, 0}, {5, 0}, {10, 0}, {10, 10}, {0, 10}}, 0.5),
              ElementsAre(Point{0, 0}, Point{10, 0}, Point{10, 10}, Point{0, 10}));
}

TEST(Simplified, of_a_speck_leaves_too_little_for_a_loop) {
  EXPECT_LT(simplified_loop({{0, 0}, {0.1, 0}, {0.1, 0.1}}, 0.5).size(), 3U);
}

RC_GTEST_PROP(Simplified, never_goes_further_from_a_point_than_the_tolerance, ()) {
  auto const path = scribbled_path();
  double const tolerance = *rc::gen::inRange(0, 10);
  auto const simple = simplified(path, tolerance);
  RC_ASSERT(simple.front() == path.front());
  RC_ASSERT(simple.back() == path.back());
  for (auto const& point : path) RC_ASSERT(distance_to(simple, point) <= tolerance + 0.08);
}

}  // namespace wegwijzer::tiles
