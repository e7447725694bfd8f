// SPDX-License-Identifier: EUPL-1.2
#include "reach/order.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "reach/contraction.h"
#include "reach/separator.h"

namespace wegwijzer {

namespace {

struct AnyGraph {
  Skeleton graph;
  std::vector<GeoPoint> points;
};

AnyGraph any_graph() {
  auto const nodes = *rc::gen::inRange<std::uint32_t>(1, 40);
  std::vector<Skeleton::Link> links;
  for (auto link = *rc::gen::inRange(0, 80); link > 0; --link)
    links.emplace_back(*rc::gen::inRange(0U, nodes), *rc::gen::inRange(0U, nodes));
  std::vector<GeoPoint> points;
  for (std::uint32_t node = 0; node < nodes; ++node)
    points.push_back({*rc::gen::inRange(0, 50), *rc::gen::inRange(0, 50)});
  return {Skeleton(nodes, links), points};
}

// A street plan like a chessboard, `side` crossings a side, 100 m apart or so.
AnyGraph chessboard(std::uint32_t side) {
  std::vector<Skeleton::Link> links;
  std::vector<GeoPoint> points;
  for (std::uint32_t north = 0; north < side; ++north) {
    for (std::uint32_t east = 0; east < side; ++east) {
      auto const node = north * side + east;
      points.push_back({static_cast<std::int32_t>(520'000'000 + north * 10'000),
                        static_cast<std::int32_t>(50'000'000 + east * 16'000)});
      if (east + 1 < side) links.emplace_back(node, node + 1);
      if (north + 1 < side) links.emplace_back(node, node + side);
    }
  }
  return {Skeleton(side * side, links), points};
}

// The most ranks that one meets going up by the first link each time.
std::size_t height(Contraction const& contraction) {
  std::vector<std::size_t> above(contraction.size(), 1);
  for (auto rank = static_cast<Rank>(contraction.size()); rank-- > 0;)
    if (!contraction.up(rank).empty()) above[rank] = above[contraction.up(rank).front()] + 1;
  return *std::ranges::max_element(above);
}

std::vector<FlatPoint> flat(std::vector<GeoPoint> const& points) {
  std::vector<FlatPoint> flat;
  for (auto const point : points) flat.push_back({point.longitude, point.latitude});
  return flat;
}

}  // namespace

RC_GTEST_PROP(Skeletons, know_each_neighbour_once_and_both_ways, ()) {
  auto const nodes = *rc::gen::inRange<std::uint32_t>(1, 10);
  std::vector<Skeleton::Link> links;
  std::set<Skeleton::Link> expected;
  for (auto link = *rc::gen::inRange(0, 30); link > 0; --link) {
    auto const a = *rc::gen::inRange(0U, nodes), b = *rc::gen::inRange(0U, nodes);
    links.emplace_back(a, b);
    if (a != b) expected.insert({{a, b}, {b, a}});
  }
  Skeleton const graph(nodes, links);
  std::vector<Skeleton::Link> found;
  for (std::uint32_t node = 0; node < nodes; ++node)
    for (auto const neighbour : graph.neighbours(node)) found.emplace_back(node, neighbour);
  RC_ASSERT(std::ranges::equal(found, expected));
}

RC_GTEST_PROP(Separators, leave_no_way_between_the_sides, ()) {
  auto const any = any_graph();
  auto const sides = separate(any.graph, flat(any.points));
  for (std::uint32_t node = 0; node < sides.size(); ++node)
    for (auto const neighbour : any.graph.neighbours(node))
      RC_ASSERT(sides[node] == Side::between || sides[neighbour] == Side::between ||
                sides[node] == sides[neighbour]);
}

TEST(Separators, cut_a_chessboard_along_a_row) {
  auto const board = chessboard(20);
  auto const sides = separate(board.graph, flat(board.points));
  // No fewer than 20 nodes part a quarter of a 20 × 20 board from another quarter: its rows are as many ways
  // apart.
  EXPECT_EQ(std::ranges::count(sides, Side::between), 20);
  EXPECT_GE(std::ranges::count(sides, Side::left), 80);
  EXPECT_GE(std::ranges::count(sides, Side::right), 80);
}

RC_GTEST_PROP(ContractionOrders, hold_each_node_once, ()) {
  auto const any = any_graph();
  auto order = contraction_order(any.graph, any.points, 1);
  std::ranges::sort(order);
  std::vector<std::uint32_t> all(any.graph.size());
  std::iota(all.begin(), all.end(), 0U);
  RC_ASSERT(order == all);
}

TEST(ContractionOrders, are_the_same_on_any_number_of_threads) {
  auto const board = chessboard(120);  // large enough to be shared out
  auto const order = contraction_order(board.graph, board.points, 1);
  EXPECT_EQ(contraction_order(board.graph, board.points, 2), order);
  EXPECT_EQ(contraction_order(board.graph, board.points, 7), order);
}

TEST(ContractionOrders, tell_of_every_node) {
  auto const board = chessboard(30);
  std::atomic<std::size_t> told = 0;
  contraction_order(board.graph, board.points, 2, [&](std::size_t nodes) { told += nodes; });
  EXPECT_EQ(told, 900U);
}

TEST(ContractionOrders, pass_on_what_goes_wrong_in_a_thread) {
  auto const board = chessboard(120);
  auto const broken = [](std::size_t) { throw std::runtime_error("no more room"); };
  EXPECT_THROW(contraction_order(board.graph, board.points, 2, broken), std::runtime_error);
}

TEST(ContractionOrders, put_the_middle_of_a_long_street_last) {
  // A street of 1,022 nodes between two crossings, and two short ways round.
  std::vector<Skeleton::Link> links;
  for (std::uint32_t node = 0; node < 1023; ++node) links.emplace_back(node, node + 1);
  for (std::uint32_t round : {1024U, 1025U}) {
    links.emplace_back(0, round);
    links.emplace_back(round, 1023);
  }
  std::vector<GeoPoint> points(1026);
  for (std::uint32_t node = 0; node < points.size(); ++node)
    points[node] = {0, static_cast<std::int32_t>(node)};
  Skeleton const graph(1026, links);
  auto const contraction = contract(graph, contraction_order(graph, points, 1));
  // 1,022 = 2^10 − 2 nodes in halves: at most 10 ranks above each other; then the two crossings.
  EXPECT_LE(height(contraction), 12U);
}

TEST(Contractions, of_a_chessboard_are_as_small_as_nested_dissection_makes_them) {
  auto const board = chessboard(64);
  auto const contraction = contract(board.graph, contraction_order(board.graph, board.points, 1));
  // Nested dissection of n × n crossings leaves 31/4 n² log2 n links and a term of n² (A. George, 1973); row
  // by row there would be about 64 from each of the 4,096.
  EXPECT_LE(contraction.head.size(), 31 * 4'096U * 6 / 4);
  // Separators of 64, 32, 32, 16, 16 … nodes above each other: 64 (1 + 1/2 + 1/2 + 1/4 + …) < 4 × 64.
  EXPECT_LE(height(contraction), 4U * 64);
}

RC_GTEST_PROP(Contractions, hold_every_link_of_the_graph_and_close_every_triangle, ()) {
  auto const any = any_graph();
  auto const contraction = contract(any.graph, contraction_order(any.graph, any.points, 1));
  auto const linked = [&](Rank a, Rank b) {
    return std::ranges::binary_search(contraction.up(std::min(a, b)), std::max(a, b));
  };
  for (std::uint32_t node = 0; node < any.graph.size(); ++node)
    for (auto const neighbour : any.graph.neighbours(node))
      RC_ASSERT(linked(contraction.rank[node], contraction.rank[neighbour]));
  for (Rank rank = 0; rank < contraction.size(); ++rank) {
    RC_ASSERT(std::ranges::is_sorted(contraction.up(rank)));
    for (auto const a : contraction.up(rank))
      for (auto const b : contraction.up(rank)) RC_ASSERT(a == b || linked(a, b));
  }
}

}  // namespace wegwijzer
