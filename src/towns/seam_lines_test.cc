// SPDX-License-Identifier: EUPL-1.2
#include "towns/seam_lines.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "kit/fictional_towns.h"

namespace wegwijzer::towns {

namespace {

MetPlan met_plan(std::uint64_t seed, std::size_t threads = 2) {
  return meet(make_plan({seed, 1, 9'000}), threads);
}

MetPlan const& some_town() {
  static auto const met = met_plan(4);
  return met;
}

void for_each_layout(auto const& look) {
  for (std::uint32_t i = 0; i < some_town().plan.seams.size(); ++i)
    look(some_town(), i, lay_out(some_town(), i));
}

}  // namespace

TEST(SeamLines, are_the_same_on_any_number_of_threads) {
  auto const one = met_plan(2, 1), four = met_plan(2, 4);
  EXPECT_EQ(one.meetings, four.meetings);
  ASSERT_EQ(one.insets.size(), four.insets.size());
  for (std::size_t i = 0; i < one.insets.size(); ++i) EXPECT_EQ(one.insets[i].ring, four.insets[i].ring);
}

TEST(SeamLines, have_a_stop_for_every_meeting) {
  for_each_layout([](MetPlan const& met, std::uint32_t number, SeamLayout const& layout) {
    std::set<std::int64_t> stops;
    for (auto const& line : layout.lines) {
      for (auto const& stop : line.stops) stops.insert(stop.node);
    }
    for (std::size_t side : {0U, 1U}) {
      auto const& meetings = met.meetings[number][side];
      ASSERT_EQ(layout.meeting[side].size(), meetings.size());
      for (std::size_t i = 0; i < meetings.size(); ++i) {
        EXPECT_TRUE(stops.contains(layout.meeting[side][i].node));
        EXPECT_NEAR(layout.meeting[side][i].along, meetings[i], 9);  // what is nearer is one crossing
      }
    }
  });
}

TEST(SeamLines, have_stops_in_ascending_order_and_each_once) {
  for_each_layout([](MetPlan const& met, std::uint32_t number, SeamLayout const& layout) {
    auto const& seam = met.plan.seams[number];
    for (auto const& line : layout.lines) {
      std::set<std::int64_t> nodes;
      for (std::size_t i = 0; i < line.stops.size(); ++i) {
        EXPECT_TRUE(nodes.insert(line.stops[i].node).second);
        EXPECT_NEAR(line.stops[i].along, along(met.plan, seam, line.stops[i].at), 0.01);
        if (i > 0) {
          EXPECT_LE(line.stops[i - 1].along, line.stops[i].along);
        }
      }
    }
  });
}

TEST(SeamLines, give_one_number_to_one_place) {
  auto const& met = some_town();
  std::map<std::int64_t, Point> places;
  std::size_t all = 0;
  auto const add = [&](SeamStop const& stop) {
    ++all;
    auto const known = places.try_emplace(stop.node, stop.at).first->second;
    EXPECT_LT(distance(known, stop.at), 0.001) << stop.node;
  };
  for (std::uint32_t i = 0; i < met.plan.seams.size(); ++i) {
    auto const layout = lay_out(met, i);
    for (auto const& line : layout.lines) std::ranges::for_each(line.stops, add);
    for (auto const& link : layout.links) add(link.from), add(link.to);
    for (auto const& drives : layout.drives) {
      for (auto const& drive : drives) add(drive.from), add(drive.to);
    }
  }
  for (std::uint32_t i = 0; i < met.plan.vertices.size(); ++i) {
    if (met.plan.vertices[i].seams.empty()) continue;
    for (auto const& link : crossings_at(met, i)) add(link.from), add(link.to);
  }
  EXPECT_GT(all, 1'000U);
}

TEST(SeamLines, are_drawn_by_one_of_both_cells_that_lies_in_the_world) {
  auto const plan = make_plan({1, 1, 9'000});
  for (auto const& seam : plan.seams) {
    auto const cell = owner(plan, seam);
    EXPECT_TRUE(cell == seam.cells[0] || cell == seam.cells[1]);
    EXPECT_NE(plan.cells[cell].quarter, Quarter::outside);
  }
  for (auto const& vertex : plan.vertices) {
    if (!vertex.seams.empty()) {
      EXPECT_NE(plan.cells[owner(plan, vertex)].quarter, Quarter::outside);
    }
  }
}

}  // namespace wegwijzer::towns
