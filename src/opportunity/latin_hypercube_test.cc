// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/latin_hypercube.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>

#include "kit/points_in_cube.h"

namespace wegwijzer {

RC_GTEST_PROP(LatinHypercube, has_one_draw_in_each_part_of_each_dimension, ()) {
  auto const draws = *rc::gen::inRange<std::size_t>(0, 300);
  auto const dimensions = *rc::gen::inRange<std::size_t>(0, 8);
  auto const points = points_in_cube(draws, dimensions, Seed(*rc::gen::arbitrary<std::uint64_t>()));
  RC_ASSERT(points.size() == draws);
  for (std::size_t dimension = 0; dimension < dimensions; ++dimension) {
    std::vector<double> along;
    for (auto const& point : points) along.push_back(point.at(dimension));
    std::ranges::sort(along);
    for (std::size_t part = 0; part < draws; ++part) {
      RC_ASSERT(along[part] >= static_cast<double>(part) / static_cast<double>(draws));
      RC_ASSERT(along[part] < static_cast<double>(part + 1) / static_cast<double>(draws));
    }
  }
}

TEST(LatinHypercube, is_the_same_for_one_seed_and_another_for_another) {
  EXPECT_EQ(points_in_cube(20, 3, Seed(1)), points_in_cube(20, 3, Seed(1)));
  EXPECT_NE(points_in_cube(20, 3, Seed(1)), points_in_cube(20, 3, Seed(2)));
}

TEST(LatinHypercube, keeps_its_dimensions_when_one_is_added) {
  auto fewer = points_in_cube(20, 3, Seed(1)), more = points_in_cube(20, 4, Seed(1));
  for (auto& point : more) point.pop_back();
  EXPECT_EQ(fewer, more);
}

TEST(LatinHypercube, goes_through_its_dimensions_apart) {
  // The ranks of two dimensions that have nothing to do with each other correlate by about 1/sqrt(400) =
  // 0.05, and by more than four times that once in ten thousand seeds. The variance of [0, 1) is 1/12.
  double together = 0;
  for (auto const& point : points_in_cube(400, 2, Seed(3))) together += (point[0] - 0.5) * (point[1] - 0.5);
  EXPECT_LT(std::abs(together / 400 * 12), 0.2);
}

}  // namespace wegwijzer
