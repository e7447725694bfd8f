// SPDX-License-Identifier: EUPL-1.2
// The hierarchy against the plain search on streets of real places: every pair, to the tenth of a second.
#include <gtest/gtest.h>

#include "base/random.h"
#include "kit/hierarchy_of.h"
#include "kit/shared_data.h"
#include "reach/matrix.h"
#include "reach/reaching.h"
#include "usecases/ground/streets.h"

namespace wegwijzer {

namespace {

using Places = std::vector<std::optional<Place>>;

struct NetworkFile {
  char const* file;
  std::size_t venues;
};

// How a test that fails names its network.
void PrintTo(NetworkFile const& network, std::ostream* out) {
  *out << network.file;
}

#ifdef __SANITIZE_ADDRESS__
constexpr std::size_t homes_asked = 40;  // ten times as slow
#else
constexpr std::size_t homes_asked = 400;
#endif

Places anywhere(Streets const& streets, std::size_t size, char const* stream) {
  Random random = Seed(1).stream(stream);
  Places places;
  for (std::size_t at = 0; at < size; ++at) {
    places.push_back(Place{Index<Edge>(random.below(streets.edge_count())),
                           Along{static_cast<std::uint32_t>(random.below(Along::whole))},
                           Tenths(static_cast<std::int32_t>(random.below(600)))});
  }
  return places;
}

std::vector<Hit> nearest(std::vector<Hit> hits, std::size_t most) {
  std::ranges::stable_sort(hits, {}, &Hit::time);
  hits.resize(std::min(hits.size(), most));
  return hits;
}

class RealNetworks : public testing::TestWithParam<NetworkFile> {};

// By home what the plain search reaches.
std::vector<std::vector<Hit>> plain_rows(TravelTimes const& times, Places const& homes, Places const& venues,
                                         Minutes budget) {
  Travel travel(times);
  Destinations const destinations(times, venues);
  std::vector<std::vector<Hit>> rows;
  for (auto const& home : homes) {
    auto const hits = travel.within(*home, budget, destinations);
    rows.emplace_back(hits.begin(), hits.end());
  }
  return rows;
}

// What is reached from the index is what is reached by the plain search from there, seen from the other end.
std::vector<std::vector<Hit>> seen_from_venues(std::vector<std::vector<Hit>> const& rows,
                                               std::size_t venues) {
  std::vector<std::vector<Hit>> seen(venues);
  for (std::size_t home = 0; home < rows.size(); ++home) {
    for (auto const& hit : rows[home]) {
      seen[hit.destination.value()].push_back({Index<Destination>(home), hit.time});
    }
  }
  return seen;
}

void expect_rows(PlaceIndex const& index, Places const& asking, Minutes budget,
                 std::vector<std::vector<Hit>> const& expected) {
  auto const matrix = reach_matrix(index, asking, budget, 1);
  Reaching reaching(index);
  for (std::size_t row = 0; row < asking.size(); ++row) {
    auto const of = matrix.of(row);
    ASSERT_EQ(std::vector<Hit>(of.begin(), of.end()), expected[row]) << row;
    auto const one = reaching.within(*asking[row], budget);
    ASSERT_EQ(std::vector<Hit>(one.begin(), one.end()), expected[row]) << row;
    auto const few = reaching.nearest(*asking[row], budget, 5, [](Index<Destination>) { return true; });
    ASSERT_EQ(std::vector<Hit>(few.begin(), few.end()), nearest(expected[row], 5)) << row;
  }
}

}  // namespace

TEST_P(RealNetworks, are_travelled_by_the_hierarchy_as_by_the_plain_search) {
  auto const path = shared_data(GetParam().file);
  if (!path) GTEST_SKIP() << "no shared data: set WEGWIJZER_DATA";
  auto const streets = streets_of_file(*path, {});
  ASSERT_TRUE(streets);
  auto const contraction = contraction_of(**streets, 1);
  auto const homes = anywhere(**streets, homes_asked, "homes");
  auto const venues = anywhere(**streets, GetParam().venues, "venues");
  for (Profile const profile : {Profile{Mode::walk, AgeBand::grown}, Profile{Mode::bike, AgeBand::from_9}}) {
    auto const times = std::make_shared<TravelTimes const>(*streets, profile);
    auto const hierarchy = std::make_shared<Hierarchy const>(customise(contraction, times, 1));
    // The last goes beyond every end of the map.
    for (Minutes const budget : {Minutes(10), Minutes(45), Minutes(3'000)}) {
      auto const rows = plain_rows(*times, homes, venues, budget);
      EXPECT_TRUE(std::ranges::any_of(rows, [](auto const& row) { return row.size() > 5; }));
      expect_rows(PlaceIndex(hierarchy, Heading::to_index, budget, venues), homes, budget, rows);
      expect_rows(PlaceIndex(hierarchy, Heading::from_index, budget, homes), venues, budget,
                  seen_from_venues(rows, venues.size()));
    }
  }
}

INSTANTIATE_TEST_SUITE_P(SharedData, RealNetworks,
                         testing::Values(NetworkFile{"osm/porto_2015.osm.pbf", 700},
                                         NetworkFile{"osm/heidelberg_2024.osm.pbf", 300},
                                         NetworkFile{"osm/liechtenstein_2021.osm.pbf", 300},
                                         NetworkFile{"delft/delft_derived.osm.pbf", 300},
                                         NetworkFile{"r5r/poa_osm.pbf", 300}));

}  // namespace wegwijzer
