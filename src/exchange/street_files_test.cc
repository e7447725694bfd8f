// SPDX-License-Identifier: EUPL-1.2
#include "exchange/street_files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

#include "kit/drawn_town.h"

namespace wegwijzer {

namespace {

// Two crossings 200 m apart; one may cycle there only from A to B.
DrawnTown one_way() {
  return draw("A>B");
}

template <class Write, class What>
std::string written(Write write, What const& what) {
  std::ostringstream out;
  EXPECT_TRUE(write(out, what, Progress()));
  return out.str();
}

std::uint32_t number_at(std::string const& bytes, std::size_t at) {
  std::uint32_t number = 0;
  for (unsigned byte = 0; byte < 4; ++byte) {
    number |= std::uint32_t{static_cast<unsigned char>(bytes.at(at + byte))} << (8 * byte);
  }
  return number;
}

}  // namespace

TEST(StreetFiles, have_a_vertex_for_each_crossing_in_degrees) {
  auto const town = one_way();
  auto const& streets = *town.streets();
  EXPECT_EQ(written(write_vertices_csv, streets), "id,latitude,longitude\n0," +
                                                      text(streets.node(Index<Node>(0))) + "\n1," +
                                                      text(streets.node(Index<Node>(1))) + "\n");
}

TEST(StreetFiles, have_an_edge_each_way_with_its_own_time) {
  auto const town = one_way();
  bool const a_is_first = town.streets()->node(Index<Node>(0)) == town.at('A');
  // 200 m at 15 km/h take 48 s; against the one-way street one walks beside the bicycle at 4 km/h, 180 s.
  EXPECT_EQ(written(write_edges_csv, town.times({Mode::bike, AgeBand::grown})),
            a_is_first ? "from,to,tenths,millimetres\n0,1,480,200000\n1,0,1800,200000\n"
                       : "from,to,tenths,millimetres\n0,1,1800,200000\n1,0,480,200000\n");
}

TEST(StreetFiles, leave_out_what_the_profile_may_not_pass) {
  // A child walks along the street, 200 m at 5 km/h or 144 s, and not along the cycle track.
  auto const town = draw("A-B=C");
  auto const edges = written(write_edges_csv, town.times({Mode::walk, AgeBand::grown}));
  EXPECT_EQ(open_edge_count(town.times({Mode::walk, AgeBand::grown})), 2U);
  EXPECT_EQ(std::ranges::count(edges, '\n'), 3);
  EXPECT_NE(edges.find(",1440,200000\n"), edges.npos);
}

TEST(StreetFiles, lie_in_the_binary_form_as_it_is_described) {
  auto const town = one_way();
  auto const& streets = *town.streets();
  auto const bytes = written(write_streets_binary, town.times({Mode::walk, AgeBand::grown}));
  // 32 bytes of head, 2 + 2 coordinates, 3 beginnings, and 3 numbers for each of 2 edges.
  ASSERT_EQ(bytes.size(), 32U + 4 * (2 + 2 + 3 + 3 * 2));
  EXPECT_EQ(bytes.substr(0, 8), "WWSTREET");
  std::vector<std::uint32_t> numbers;
  for (std::size_t at = 8; at < bytes.size(); at += 4) numbers.push_back(number_at(bytes, at));
  auto const coordinate = [&](std::size_t node, auto which) {
    return static_cast<std::uint32_t>(streets.node(Index<Node>(node)).*which);
  };
  EXPECT_EQ(numbers, (std::vector<std::uint32_t>{
                         1, 0, 2, 0, 2, 0,  // version, nothing, vertices, edges
                         coordinate(0, &GeoPoint::latitude), coordinate(1, &GeoPoint::latitude),
                         coordinate(0, &GeoPoint::longitude), coordinate(1, &GeoPoint::longitude), 0, 1,
                         2,             // one edge from each
                         1, 0,          // to the other
                         1'440, 1'440,  // 200 m at 5 km/h
                         200'000, 200'000}));
}

TEST(StreetFiles, stop_when_they_are_told_to) {
  std::ostringstream out;
  auto const town = one_way();
  auto const stop = [](std::uint64_t, std::uint64_t) { return false; };
  auto const times = town.times({Mode::walk, AgeBand::grown});
  EXPECT_EQ(write_vertices_csv(out, *town.streets(), stop).error().key, "file.stopped");
  EXPECT_EQ(write_edges_csv(out, times, stop).error().key, "file.stopped");
  EXPECT_EQ(write_streets_binary(out, times, stop).error().key, "file.stopped");
}

}  // namespace wegwijzer
