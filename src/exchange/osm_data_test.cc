// SPDX-License-Identifier: EUPL-1.2
// The reader held against the extracts of the shared data and the figures in their README.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "exchange/osm_pbf.h"
#include "kit/shared_data.h"

namespace wegwijzer {

namespace {

using testing::ElementsAre;
using testing::Pair;

std::vector<VenueKindRule> const all_kinds = [] {
  std::vector<VenueKindRule> rules;
  auto const add = [&](char const* kind, char const* key, char const* value, bool named_only = false) {
    rules.push_back({*VenueKind::parse(kind), {}, key, value, named_only});
  };
  add("school", "amenity", "school");
  add("library", "amenity", "library");
  add("museum", "tourism", "museum", true);
  add("playground", "leisure", "playground");
  add("theatre", "amenity", "theatre");
  return rules;
}();

struct Extract {
  char const* file;
  OsmCounts read;     // nodes, ways and relations as README.md has them, and all ways tagged highway
  double kilometres;  // of README.md
  double closed;      // kilometres that no child may use
};

// How a test that fails names its extract.
void PrintTo(Extract const& extract, std::ostream* out) {
  *out << extract.file;
}

double kilometres(Streets const& streets) {
  double metres = 0;
  for (std::size_t edge = 0; edge < streets.edge_count(); ++edge)
    metres += length(streets.edge(Index<Edge>(edge))).value;
  return metres / 1000;
}

class OsmExtracts : public testing::TestWithParam<Extract> {};

}  // namespace

TEST_P(OsmExtracts, hold_what_their_readme_says) {
  auto const path = shared_data(GetParam().file);
  if (!path) GTEST_SKIP() << "no shared data: set WEGWIJZER_DATA";
  auto const read = read_osm_pbf(*path, all_kinds);
  ASSERT_TRUE(read) << read.error().key << " " << read.error().arguments.back().value;
  auto const expected = GetParam().read;
  EXPECT_EQ(read->counts.nodes, expected.nodes);
  EXPECT_EQ(read->counts.ways, expected.ways);
  EXPECT_EQ(read->counts.relations, expected.relations);
  EXPECT_EQ(read->counts.highway_ways, expected.highway_ways);
  EXPECT_EQ(read->counts.ways_with_missing_nodes, 0);
  // 1% because README.md measures on another sphere and leaves out some ways, and half a unit for its
  // rounding.
  EXPECT_NEAR(kilometres(read->streets), GetParam().kilometres - GetParam().closed,
              0.5 + 0.01 * GetParam().kilometres);
  EXPECT_EQ(read_basemap(write_basemap(read->basemap)), read->basemap);
}

// Highway ways: as README.md, plus platforms, lifts, rest areas and what is planned or being built, which it
// leaves out (Amsterdam 1 + 2 + 0 + 1, Delft station 8 + 0 + 0 + 2, Heidelberg 13 + 3 + 2 + 30, Liechtenstein
// 12 + 0 + 1 + 0, Porto 1 + 1 + 7 + 97), counted apart per value of the tag.
// Closed kilometres: summed apart per value of the tag with osmium::geom::haversine. Amsterdam: busways 2.5,
// private 1.4, forbidden on foot and by bicycle 0.9. Watergraafsmeer: trunk roads 2.07. Heidelberg: motorways
// 44.6, trunk roads 33.7, private 135.4, forbidden 22.6. Liechtenstein: private 18.0, raceway and bridleways
// 2.4. Porto: motorways 829.9, trunk roads 80.2, private 94.7, forbidden 20.5, bridleways and raceways 13.9.
// Delft: motorways 9.6, trunk roads 4.2.
INSTANTIATE_TEST_SUITE_P(
    SharedData, OsmExtracts,
    testing::Values(Extract{"osm/amsterdam_centre_2026.osm.pbf", {36'098, 3'435, 183, 782}, 46, 4.8},
                    Extract{"osm/amsterdam_watergraafsmeer_2016.osm.pbf", {1'429, 184, 12, 54}, 11, 2.07},
                    Extract{"osm/delft_station_2022.osm.pbf", {1'073, 226, 0, 222}, 2, 0.06},
                    Extract{"osm/heidelberg_2024.osm.pbf", {221'009, 31'619, 1'700, 25'359}, 3'793, 236.3},
                    Extract{"osm/liechtenstein_2021.osm.pbf", {295'005, 29'874, 884, 6'984}, 1'315, 20.4},
                    Extract{"osm/porto_2015.osm.pbf", {347'944, 51'458, 357, 51'349}, 10'889, 1'039.2},
                    Extract{"delft/delft_derived.osm.pbf", {32'956, 11'244, 0, 11'244}, 820, 13.8}));

// The numbers come from the XML file of the same content: zgrep -c 'k="tourism" v="museum"' and so on; the
// addresses and postcodes are the different values of its addr:* tags.
TEST(OsmAmsterdam, has_the_learning_places_and_addresses_that_its_xml_shows) {
  auto const path = shared_data("osm/amsterdam_centre_2026.osm.pbf");
  if (!path) GTEST_SKIP() << "no shared data: set WEGWIJZER_DATA";
  auto const read = read_osm_pbf(*path, all_kinds);
  ASSERT_TRUE(read);
  std::map<std::string, int> venues;
  for (auto const& venue : read->venues) ++venues[venue.kind.text()];
  // Seven playgrounds, but node 10951500832 lies in way 1163005963.
  EXPECT_THAT(venues, ElementsAre(Pair("library", 1), Pair("museum", 11), Pair("playground", 6),
                                  Pair("school", 2), Pair("theatre", 11)));
  std::map<PlaceNameKind, int> names;
  for (auto const& name : read->place_names) ++names[name.kind];
  EXPECT_EQ(names[PlaceNameKind::address], 7'761);
  EXPECT_EQ(names[PlaceNameKind::postcode], 369);
  // 214 names on ways tagged highway, one of them under construction.
  EXPECT_EQ(names[PlaceNameKind::street], 213);
  EXPECT_TRUE(std::ranges::all_of(read->place_names, [](PlaceName const& name) {
    return name.kind == PlaceNameKind::place || name.context == "Amsterdam";
  }));
}

}  // namespace wegwijzer
