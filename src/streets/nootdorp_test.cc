// SPDX-License-Identifier: EUPL-1.2
// A real matrix: all pairs of crossings of Nootdorp, reproduced on the graph it was computed from.
#include <gtest/gtest.h>

#include <charconv>
#include <map>
#include <sstream>

#include "base/words.h"
#include "kit/file_content.h"
#include "kit/shared_data.h"
#include "streets/streets_builder.h"
#include "streets/travel.h"

namespace wegwijzer {

namespace {

constexpr StreetUse one_way{StreetClass::unknown, Surface::unknown, {.bike_forward = true}};

template <class Number>
Number number(std::string_view text) {
  Number value{};
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// The text between `begin` and `end` behind `at`, which moves on; empty when there is no more.
std::string_view next_between(std::string_view text, std::size_t& at, std::string_view begin,
                              std::string_view end) {
  at = std::min(text.size(), text.find(begin, at));
  auto const first = std::min(text.size(), at + begin.size());
  at = std::min(text.size(), text.find(end, first));
  return text.substr(first, at - first);
}

std::string_view between(std::string_view text, std::string_view begin, std::string_view end) {
  std::size_t at = 0;
  return next_between(text, at, begin, end);
}

std::map<std::int64_t, GeoPoint> read_nodes(std::string_view graph) {
  std::map<std::int64_t, GeoPoint> nodes;
  for (std::size_t at = 0;;) {
    auto const node = next_between(graph, at, "<node ", "</node>");
    if (node.empty()) return nodes;
    nodes[number<std::int64_t>(between(node, "id=\"", "\""))] = GeoPoint::of_degrees(
        number<double>(between(node, "\"d4\">", "<")), number<double>(between(node, "\"d5\">", "<")));
  }
}

Streets read_graph(std::string_view graph) {
  auto const nodes = read_nodes(graph);
  auto const way_point = [&](std::int64_t node) { return WayPoint{node, nodes.at(node)}; };
  StreetsBuilder builder;
  for (std::size_t at = 0;;) {
    auto const edge = next_between(graph, at, "<edge ", "</edge>");
    if (edge.empty()) return std::move(builder).build();
    builder.add_edge(way_point(number<std::int64_t>(between(edge, "source=\"", "\""))),
                     way_point(number<std::int64_t>(between(edge, "target=\"", "\""))),
                     Metres{number<double>(between(edge, "\"d12\">", "<"))}, one_way);
  }
}

// The place at the begin of an edge that leaves the node.
std::optional<Place> place_at(Streets const& streets, GeoPoint point) {
  for (std::size_t edge = 0; edge < streets.edge_count(); ++edge)
    if (streets.line(Index<Edge>(edge)).front() == point) return Place{Index<Edge>(edge), line_begin};
  return std::nullopt;
}

}  // namespace

TEST(Nootdorp, has_the_distances_that_were_computed_elsewhere) {
  auto const folder = shared_data("delft");
  if (!folder) GTEST_SKIP() << "no shared data: set WEGWIJZER_DATA";
  auto const graph = content(*folder / "nootdorp_drive_2020.graphml");
  auto const nodes = read_nodes(graph);
  auto const streets = std::make_shared<Streets>(read_graph(graph));
  // A millimetre is made to take a tenth, so that times are lengths and exact.
  TravelTimes const times(streets, Pace{}, [](Edge const& edge, bool forward) {
    return forward ? std::optional(Tenths(static_cast<std::int32_t>(edge.millimetres))) : std::nullopt;
  });

  std::istringstream skim(content(*folder / "nootdorp_skim_m.csv"));
  std::string line;
  std::getline(skim, line);
  std::vector<std::optional<Place>> places;
  for (auto const id : split(line, ','))
    places.push_back(place_at(*streets, nodes.at(number<std::int64_t>(id))));
  ASSERT_EQ(places.size(), 533);
  Destinations const destinations(times, places);
  Travel travel(times);

  // The matrix was rounded down from sums of doubles. Where the exact sum is a whole number of metres, such a
  // sum may have ended a hair below it: a separate Dijkstra on doubles agrees with all pairs, and on whole
  // millimetres with all but 68.
  std::size_t pairs = 0;
  std::size_t hair_below = 0;
  while (std::getline(skim, line)) {
    auto const row = split(line, ',');  // first the node of departure, in another order than the columns
    auto const home = place_at(*streets, nodes.at(number<std::int64_t>(row[0])));
    ASSERT_TRUE(home);
    for (auto const& hit : travel.within(*home, Minutes(1'000'000), destinations)) {
      auto const metres = number<std::int32_t>(row[hit.destination.value() + 1]);
      bool const below = hit.time.count() == (metres + 1) * 1000;
      hair_below += below ? 1 : 0;
      ASSERT_EQ((hit.time.count() - (below ? 1 : 0)) / 1000, metres) << row[0];
      ++pairs;
    }
  }
  EXPECT_EQ(hair_below, 68);
  EXPECT_EQ(pairs, 284'089);  // 533 x 533
}

}  // namespace wegwijzer
