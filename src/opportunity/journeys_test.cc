// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/journeys.h"

#include <gtest/gtest.h>

#include "opportunity/model.h"

namespace wegwijzer {

namespace {

Arrival at(std::size_t venue, int tenths) {
  return {Index<Venue>(venue), Tenths(tenths)};
}

ReachRows rows_of(std::vector<std::vector<Arrival>> const& homes) {
  ReachRows rows;
  for (auto const& home : homes) rows.add(home);
  return rows;
}

}  // namespace

TEST(Journeys, have_the_calm_time_beside_that_over_all_streets) {
  JourneyRows const rows(rows_of({{at(3, 10)}, {at(1, 100), at(3, 200), at(4, 50)}}),
                         rows_of({{}, {at(1, 150), at(2, 9), at(4, 40)}}));
  EXPECT_EQ(rows.of(0).calm_time(0), never);
  auto const second = rows.of(1);
  ASSERT_EQ(second.arrivals.size(), 3U);
  EXPECT_EQ(second.calm_time(0), Tenths(150));
  EXPECT_EQ(second.calm_time(1), never);
  EXPECT_EQ(second.calm_time(2), Tenths(50));  // no quicker than over all streets
}

TEST(Journeys, are_the_same_where_all_streets_count_as_calm) {
  JourneyRows const rows(rows_of({{at(3, 10)}}));
  EXPECT_EQ(rows.of(0).calm_time(0), Tenths(10));
}

TEST(Journeys, alone_are_over_calm_streets_below_twelve) {
  EXPECT_EQ(alone({Mode::bike, AgeBand::from_9}).roads, Roads::calm);
  EXPECT_EQ(alone({Mode::bike, AgeBand::from_12}).roads, Roads::all);
  EXPECT_EQ(alone({Mode::walk, AgeBand::from_4}).roads, Roads::calm);
  EXPECT_EQ(alone({Mode::walk, AgeBand::from_12}).roads, Roads::all);
  std::size_t ways = 0;
  for (std::size_t way = 0; way < way_count; ++way)
    ways += alone(travel_of_way(way)) != travel_of_way(way) ? 1 : 0;
  EXPECT_EQ(ways, calm_way_count);
}

}  // namespace wegwijzer
