// SPDX-License-Identifier: EUPL-1.2
#include "tiles/whole_points.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <utility>

namespace wegwijzer::tiles {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using Steps = std::map<std::pair<WholePoint, WholePoint>, int>;

// How often each piece between two points is drawn, in either direction.
Steps steps_of(std::vector<WholePath> const& lines) {
  Steps steps;
  for (auto const& line : lines) {
    for (std::size_t i = 0; i + 1 < line.size(); ++i) ++steps[std::minmax(line[i], line[i + 1])];
  }
  return steps;
}

}  // namespace

TEST(WholeRing, rounds_and_drops_what_falls_together) {
  EXPECT_THAT(whole_ring({{0.1, 0}, {0.3, 0.2}, {9.8, 0}, {10, 10.4}}),
              ElementsAre(WholePoint{0, 0}, WholePoint{10, 0}, WholePoint{10, 10}));
}

TEST(WholeRing, has_no_spikes) {
  EXPECT_THAT(whole_ring({{0, 0}, {10, 0}, {20, 0.2}, {10, 0.4}, {10, 10}}),
              ElementsAre(WholePoint{0, 0}, WholePoint{10, 0}, WholePoint{10, 10}));
}

TEST(WholeRing, is_empty_without_an_area) {
  EXPECT_THAT(whole_ring({{0, 0}, {10, 0.3}, {20, 0}}), IsEmpty());
  EXPECT_THAT(whole_ring({}), IsEmpty());
}

TEST(Joined, makes_one_line_of_three_whatever_their_direction) {
  auto const lines = joined({{{1, 0}, {2, 0}}, {{1, 0}, {0, 0}}, {{3, 0}, {2, 0}}});
  EXPECT_THAT(lines, ElementsAre(WholePath{{0, 0}, {1, 0}, {2, 0}, {3, 0}}));
}

TEST(Joined, closes_a_circle_once) {
  EXPECT_THAT(joined({{{0, 0}, {1, 0}, {1, 1}}, {{0, 0}, {1, 1}}}),
              ElementsAre(WholePath{{0, 0}, {1, 0}, {1, 1}, {0, 0}}));
}

RC_GTEST_PROP(Joined, draws_each_piece_as_often_as_before, ()) {
  std::vector<WholePath> lines;
  for (auto left = *rc::gen::inRange(0, 40); left > 0; --left) {
    WholePoint const from{*rc::gen::inRange(0, 5), *rc::gen::inRange(0, 5)};
    WholePoint const to{*rc::gen::inRange(0, 5), *rc::gen::inRange(0, 5)};
    if (from != to) lines.push_back({from, to});
  }
  auto const chains = joined(lines);
  RC_ASSERT(steps_of(chains) == steps_of(lines));
  RC_ASSERT(chains.size() <= lines.size());
}

}  // namespace wegwijzer::tiles
