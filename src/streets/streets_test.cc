// SPDX-License-Identifier: EUPL-1.2
#include "streets/streets.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <set>

#include "kit/open_street.h"
#include "streets/hilbert.h"
#include "streets/streets_builder.h"

namespace wegwijzer {

namespace {

// Nodes on a line, a thousandth of a degree of latitude apart: 111.195 m.
WayPoint on_line(std::int64_t node) {
  return {node, GeoPoint::of_degrees(52 + static_cast<double>(node) / 1000, 4)};
}

WayPoint missing(std::int64_t node) {
  return {node, std::nullopt};
}

Streets streets(std::vector<std::vector<WayPoint>> const& ways) {
  StreetsBuilder builder;
  for (auto const& way : ways) builder.add_way(way, open_to_all, "Dorpsstraat");
  return std::move(builder).build();
}

std::multiset<std::size_t> line_sizes(Streets const& streets) {
  std::multiset<std::size_t> sizes;
  for (std::size_t edge = 0; edge < streets.edge_count(); ++edge)
    sizes.insert(streets.line(Index<Edge>(edge)).size());
  return sizes;
}

}  // namespace

TEST(Streets, keep_a_node_that_one_way_uses_as_a_bend) {
  auto const made = streets({{on_line(1), on_line(2), on_line(3)}});
  EXPECT_EQ(made.node_count(), 2);
  ASSERT_EQ(made.edge_count(), 1);
  auto const& edge = made.edge(Index<Edge>(0));
  EXPECT_EQ(edge.millimetres, 222'390);  // 2 x 111.19508 m
  EXPECT_EQ(made.line(Index<Edge>(0)).size(), 3);
  EXPECT_EQ(made.name(edge.name), "Dorpsstraat");
}

TEST(Streets, are_cut_where_ways_share_a_node) {
  auto const made = streets({{on_line(1), on_line(2), on_line(3)}, {on_line(2), on_line(9)}});
  EXPECT_EQ(made.node_count(), 4);
  EXPECT_EQ(made.edge_count(), 3);
}

TEST(Streets, are_cut_where_a_way_meets_itself) {
  // A lollipop: a stick 1-2 and a loop 2-3-4-2.
  auto const made = streets({{on_line(1), on_line(2), on_line(3), on_line(4), on_line(2)}});
  EXPECT_EQ(made.node_count(), 2);
  EXPECT_EQ(line_sizes(made), (std::multiset<std::size_t>{2, 4}));
}

TEST(Streets, keep_a_roundabout_without_exits_as_a_loop_at_one_node) {
  auto const made = streets({{on_line(1), on_line(2), on_line(3), on_line(1)}});
  EXPECT_EQ(made.node_count(), 1);
  ASSERT_EQ(made.edge_count(), 1);
  EXPECT_EQ(made.arcs(Index<Node>(0)).size(), 2);
  EXPECT_EQ(made.edge(Index<Edge>(0)).from, made.edge(Index<Edge>(0)).to);
}

TEST(Streets, break_off_at_a_missing_node) {
  auto const made = streets({{on_line(1), on_line(2), missing(3), on_line(4), on_line(5)}});
  EXPECT_EQ(made.edge_count(), 2);
  EXPECT_EQ(made.node_count(), 4);
  EXPECT_EQ(streets({{on_line(1), missing(2)}, {missing(3), on_line(4)}}).edge_count(), 0);
}

TEST(Streets, do_not_stumble_over_a_repeated_node) {
  auto const made = streets({{on_line(1), on_line(1), on_line(2), on_line(2)}});
  EXPECT_EQ(made.node_count(), 2);
  EXPECT_EQ(line_sizes(made), (std::multiset<std::size_t>{2}));
  EXPECT_EQ(streets({{on_line(1), on_line(1)}}).edge_count(), 0);
  EXPECT_EQ(streets({{on_line(1)}, {}}).node_count(), 0);
}

TEST(Streets, keep_parallel_streets_and_streets_without_length) {
  auto const twice = streets({{on_line(1), on_line(2)}, {on_line(1), on_line(2)}});
  EXPECT_EQ(twice.node_count(), 2);
  EXPECT_EQ(twice.edge_count(), 2);
  auto const flat = streets({{on_line(1), WayPoint{2, on_line(1).at}}});
  ASSERT_EQ(flat.edge_count(), 1);
  EXPECT_EQ(flat.edge(Index<Edge>(0)).millimetres, 0);
}

TEST(Streets, share_the_crossing_of_a_ferry_by_length) {
  StreetsBuilder builder;
  StreetUse ferry{.kind = StreetClass::ferry, .passage = {true, true, true, true}, .crossing = Tenths(1000)};
  builder.add_way(std::vector{on_line(1), on_line(2), on_line(5)}, ferry);  // one part, three parts
  builder.add_way(std::vector{on_line(2), on_line(9)}, open_to_all);
  auto const made = std::move(builder).build();
  std::multiset<Tenths> crossings;
  for (std::size_t edge = 0; edge < made.edge_count(); ++edge)
    crossings.insert(made.edge(Index<Edge>(edge)).use.crossing);
  EXPECT_EQ(crossings, (std::multiset<Tenths>{Tenths(0), Tenths(250), Tenths(750)}));
}

TEST(Streets, take_the_given_length_of_an_edge) {
  StreetsBuilder builder;
  builder.add_edge(on_line(1), on_line(2), Metres{100}, open_to_all);
  auto const made = std::move(builder).build();
  EXPECT_EQ(length(made.edge(Index<Edge>(0))), Metres{100});
}

TEST(Streets, know_the_arcs_of_both_ends) {
  auto const made = streets({{on_line(1), on_line(2)}, {on_line(2), on_line(3)}});
  std::size_t arcs = 0;
  for (std::size_t node = 0; node < made.node_count(); ++node)
    for (auto const& arc : made.arcs(Index<Node>(node))) {
      auto const& edge = made.edge(arc.edge());
      EXPECT_EQ(arc.forward() ? edge.from : edge.to, Index<Node>(node));
      EXPECT_EQ(arc.forward() ? edge.to : edge.from, arc.target());
      ++arcs;
    }
  EXPECT_EQ(arcs, 4);
}

TEST(Streets, refuse_columns_that_do_not_fit) {
  auto columns = streets({{on_line(1), on_line(2)}}).columns();
  EXPECT_TRUE(Streets::of(columns));
  columns.edges[0].to = Index<Node>(2);
  EXPECT_EQ(Streets::of(columns).error().key, "streets.inconsistent");
}

TEST(Streets, may_be_empty) {
  auto const none = StreetsBuilder().build();
  EXPECT_EQ(none.edge_count(), 0);
  none.tree().near(LocalPlane(GeoPoint{}), 1e9, [](Index<Edge>) { return 1.0; });
}

TEST(Curve, goes_from_each_cell_to_a_neighbour) {
  // The earth's grid of 2^32 x 2^32 units as eight by eight cells.
  constexpr std::int64_t cell = 1LL << 29U;
  std::map<std::uint64_t, std::pair<int, int>> cells;
  for (int north = -4; north < 4; ++north)
    for (int east = -4; east < 4; ++east)
      cells[position_on_curve(
          {static_cast<std::int32_t>(north * cell), static_cast<std::int32_t>(east * cell)})] = {north, east};
  ASSERT_EQ(cells.size(), 64);
  for (auto at = cells.begin(); std::next(at) != cells.end(); ++at) {
    auto const [north, east] = at->second;
    auto const [next_north, next_east] = std::next(at)->second;
    EXPECT_EQ(std::abs(north - next_north) + std::abs(east - next_east), 1);
  }
}

}  // namespace wegwijzer
