// SPDX-License-Identifier: EUPL-1.2
#include "exchange/osm_pbf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

#include "kit/temporary_folder.h"
#include "kit/written_osm.h"

namespace wegwijzer {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

VenueKindRule rule(char const* kind, char const* key, char const* value, bool named_only = false) {
  return {*VenueKind::parse(kind), {}, key, value, named_only};
}

std::vector<VenueKindRule> const some_kinds{rule("school", "amenity", "school"),
                                            rule("library", "amenity", "library"),
                                            rule("museum", "tourism", "museum", true),
                                            rule("playground", "leisure", "playground"),
                                            rule("sports-club", "sport", "*", true),
                                            rule("club", "club", "*", true),
                                            {*VenueKind::parse("other"), {}, "", "", false}};

Result<OsmExtract> read_opl(std::string_view opl) {
  TemporaryFolder const folder;
  write_osm_pbf(folder.path("town.osm.pbf"), opl);
  return read_osm_pbf(folder.path("town.osm.pbf"), some_kinds);
}

std::vector<std::string> names_of(OsmExtract const& extract, PlaceNameKind kind) {
  std::vector<std::string> names;
  for (auto const& name : extract.place_names) {
    if (name.kind == kind) names.push_back(name.name + " (" + name.context + ")");
  }
  return names;
}

GeoPoint point_of(OsmExtract const& extract, std::string const& name) {
  return std::ranges::find(extract.place_names, name, &PlaceName::name)->point;
}

}  // namespace

TEST(OsmPbf, lets_a_bicycle_ride_against_a_one_way_street_that_excepts_it) {
  auto const read = read_opl(R"(n1 x4.000 y52.000
n2 x4.001 y52.000
n3 x4.002 y52.000
w1 Nn1,n2 Thighway=residential,oneway=yes,oneway:bicycle=no,name=Oude%20%Delft
w2 Nn2,n3 Thighway=residential,oneway=yes
)");
  ASSERT_TRUE(read);
  ASSERT_EQ(read->streets.edge_count(), 2);
  bool const first_is_excepted = read->streets.name(read->streets.edge(Index<Edge>(0)).name) == "Oude Delft";
  auto const& excepted = read->streets.edge(Index<Edge>(first_is_excepted ? 0 : 1)).use.passage;
  auto const& strict = read->streets.edge(Index<Edge>(first_is_excepted ? 1 : 0)).use.passage;
  EXPECT_TRUE(excepted.bike_forward && excepted.bike_backward);
  EXPECT_NE(strict.bike_forward, strict.bike_backward);
}

// A crossing of four streets, and what a relation says of the turn from the west to the north, in two
// readings.
class TurnRestrictions : public testing::Test {
 protected:
  static constexpr auto over_the_crossing = "w1@from,n1@via,w3@to";

  static std::size_t turning_edges(std::string const& tags, std::string const& members = over_the_crossing) {
    TemporaryFolder const folder;
    write_town(folder, tags, members);
    auto const all = read_osm_pbf(folder.path("town.osm.pbf"), some_kinds);
    auto const streets = read_osm_streets(folder.path("town.osm.pbf"));
    EXPECT_EQ(all->streets.columns(), streets->columns());
    return static_cast<std::size_t>(
        std::ranges::count_if(streets->columns().edges, [](Edge const& edge) { return edge.use.turning; }));
  }

  static TurnBanCounts counts(std::string const& tags, std::string const& members = over_the_crossing) {
    TemporaryFolder const folder;
    write_town(folder, tags, members);
    return read_osm_pbf(folder.path("town.osm.pbf"), some_kinds)->counts.turn_bans;
  }

 private:
  static void write_town(TemporaryFolder const& folder, std::string const& tags, std::string const& members) {
    write_osm_pbf(folder.path("town.osm.pbf"), R"(n1 x5.000 y52.000
n2 x4.999 y52.000
n3 x5.001 y52.000
n4 x5.000 y52.001
w1 Nn2,n1 Thighway=residential
w2 Nn1,n3 Thighway=residential
w3 Nn1,n4 Thighway=residential
r1 T)" + tags + " M" + members + "\n");
  }
};

TEST_F(TurnRestrictions, that_bind_bicycles_split_the_junction) {
  // One copy from the west to the junction, one into each street that is left: to the east alone.
  for (auto const* tags :
       {"type=restriction,restriction=no_left_turn", "type=restriction,restriction:bicycle=no_left_turn",
        "type=restriction:bicycle,restriction=no_left_turn", "type=restriction,restriction=no_entry",
        "type=restriction,restriction=no_left_turn,except=psv;hgv"})
    EXPECT_EQ(turning_edges(tags), 2U) << tags;
}

TEST_F(TurnRestrictions, that_allow_one_turn_leave_a_copy_of_that_one) {
  EXPECT_EQ(turning_edges("type=restriction,restriction=only_left_turn"), 2U);
}

TEST_F(TurnRestrictions, that_do_not_bind_bicycles_or_cannot_be_told_change_nothing) {
  for (auto const* tags : {"type=restriction,restriction=no_u_turn",
                           "type=restriction,restriction=no_left_turn,except=psv;%20%bicycle",
                           "type=restriction,restriction:hgv=no_left_turn",
                           "type=restriction,restriction:conditional=no_left_turn",
                           "type=route,restriction=no_left_turn", "type=restriction,restriction=stop"})
    EXPECT_EQ(turning_edges(tags), 0U) << tags;
  EXPECT_EQ(turning_edges("type=restriction,restriction=no_left_turn", "w1@from,w2@via,w3@to"), 0U);
  EXPECT_EQ(turning_edges("type=restriction,restriction=no_left_turn", "w1@from,n1@via,n2@via,w3@to"), 0U);
  EXPECT_EQ(turning_edges("type=restriction,restriction=no_left_turn", "w9@from,n1@via,w3@to"), 0U);
}

TEST_F(TurnRestrictions, are_counted_when_they_bind_bicycles) {
  auto const* left = "type=restriction,restriction=no_left_turn";
  EXPECT_EQ(counts(left), (TurnBanCounts{1, 0}));
  EXPECT_EQ(counts(left, "w1@from,w2@via,w3@to"), (TurnBanCounts{0, 1}));
  EXPECT_EQ(counts(left, "n1@via,w3@to"), (TurnBanCounts{0, 1}));
  EXPECT_EQ(counts("type=restriction,restriction:hgv=no_left_turn"), TurnBanCounts{});
}

TEST(OsmPbf, knows_where_one_waits_for_traffic_lights) {
  auto const read = read_opl(R"(n1 x5.000 y52.000 Thighway=traffic_signals
n2 x5.001 y52.000 Thighway=crossing,crossing=traffic_signals
n3 x5.002 y52.000 Thighway=traffic_signals,traffic_signals:direction=forward
n4 x5.003 y52.000
w1 Nn1,n2,n3,n4 Thighway=residential
)");
  ASSERT_TRUE(read);
  auto const& columns = read->streets.columns();
  ASSERT_EQ(columns.nodes.size(), 4U);  // lights make a crossing of a bend
  std::map<std::int32_t, Signals> by_longitude;
  for (std::size_t node = 0; node < 4; ++node)
    by_longitude[columns.nodes[node].longitude] = columns.signals[node];
  EXPECT_EQ(by_longitude[50'000'000], (Signals{false, true, true}));
  EXPECT_EQ(by_longitude[50'010'000], (Signals{true, false, false}));
  EXPECT_EQ(by_longitude[50'020'000], (Signals{false, true, false}));
  EXPECT_EQ(by_longitude[50'030'000], Signals{});
}

TEST(OsmPbf, gives_the_same_streets_when_it_reads_nothing_else) {
  TemporaryFolder const folder;
  write_osm_pbf(folder.path("town.osm.pbf"), R"(n1 x4.000 y52.000
n2 x4.001 y52.000 Tamenity=library
n3 x4.002 y52.001
n4 x4.003 y52.000
w1 Nn1,n2,n3 Thighway=residential,name=Oude%20%Delft
w2 Nn3,n77,n2,n4 Thighway=cycleway,oneway=yes
w3 Nn1,n4 Tbarrier=fence
w4 Nn2,n4 Troute=ferry,duration=10
r1 Ttype=route,route=bicycle Mw1@
)");
  auto const streets = read_osm_streets(folder.path("town.osm.pbf"));
  auto const all = read_osm_pbf(folder.path("town.osm.pbf"), some_kinds);
  ASSERT_TRUE(streets && all);
  EXPECT_GT(streets->edge_count(), 3U);
  EXPECT_EQ(streets->columns(), all->streets.columns());
}

TEST(OsmPbf, counts_what_it_met) {
  auto const read = read_opl(R"(n1 x4.000 y52.000
n2 x4.001 y52.000
w1 Nn1,n2 Thighway=residential
w2 Nn1,n2,n77 Thighway=path
w3 Nn1,n2 Tbarrier=fence
r1 Ttype=route,route=bicycle Mw1@
)");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->counts, (OsmCounts{2, 3, 1, 2, 1, 0}));
}

TEST(OsmPbf, puts_a_school_drawn_as_a_closed_way_at_its_centroid) {
  auto const read = read_opl(R"(n1 x4.0000 y52.0000
n2 x4.0004 y52.0000
n3 x4.0004 y52.0002
n4 x4.0000 y52.0002
w5 Nn1,n2,n3,n4,n1 Tamenity=school,name=De%20%Vlieger,addr:street=Schoolstraat,addr:housenumber=4,addr:postcode=2611ab,addr:city=Delft,contact:website=https://vlieger.example,phone=015;%20%015%20%123%20%45%20%67,wheelchair=limited
)");
  ASSERT_TRUE(read);
  ASSERT_EQ(read->venues.size(), 1);
  auto const& school = read->venues.front();
  EXPECT_EQ(school.source, "osm:way/5");
  EXPECT_EQ(school.kind.text(), "school");
  EXPECT_EQ(school.name, "De Vlieger");
  EXPECT_EQ(school.point, GeoPoint::of_degrees(52.0001, 4.0002));
  EXPECT_EQ(school.street, "Schoolstraat 4");
  EXPECT_EQ(school.postcode, "2611AB");
  EXPECT_EQ(school.city, "Delft");
  EXPECT_EQ(school.website, "https://vlieger.example");
  EXPECT_EQ(school.phone, "015 123 45 67");
  EXPECT_EQ(school.wheelchair, std::nullopt);
  EXPECT_EQ(school.version, 0);
}

TEST(OsmPbf, keeps_the_point_of_a_museum_around_a_courtyard_out_of_the_courtyard) {
  // A square of 4 by 4 with a hole of 2 by 2 in its middle (units of 0.0001 degree): on the parallel halfway
  // the walls reach from 0 to 1 and from 3 to 4, and the first is as wide as the second.
  auto const read = read_opl(R"(n1 x4.0000 y52.0000
n2 x4.0004 y52.0000
n3 x4.0004 y52.0004
n4 x4.0000 y52.0004
n5 x4.0001 y52.0001
n6 x4.0003 y52.0001
n7 x4.0003 y52.0003
n8 x4.0001 y52.0003
w1 Nn1,n2,n3
w2 Nn3,n4,n1
w3 Nn5,n6,n7,n8,n5
r9 Ttype=multipolygon,tourism=museum,building=yes,name=Hof Mw1@outer,w2@outer,w3@inner
)");
  ASSERT_TRUE(read);
  ASSERT_EQ(read->venues.size(), 1);
  EXPECT_EQ(read->venues.front().source, "osm:relation/9");
  EXPECT_EQ(read->venues.front().point, GeoPoint::of_degrees(52.0002, 4.00005));
  ASSERT_EQ(read->basemap.areas.size(), 1);
  EXPECT_EQ(read->basemap.areas.front().kind, MapAreaKind::building);
  ASSERT_EQ(read->basemap.areas.front().outline.size(), 1);
  EXPECT_EQ(read->basemap.areas.front().outline.front().holes.size(), 1);
}

TEST(OsmPbf, sees_an_outline_and_a_node_of_the_same_name_in_it_as_one_place) {
  std::string const nodes = R"(n1 x4.0000 y52.0000
n2 x4.0004 y52.0000
n3 x4.0004 y52.0002
n4 x4.0000 y52.0002
)";
  std::string const outline = "w5 Nn1,n2,n3,n4,n1 Tamenity=library,name=DOK\n";
  auto const source_with = [&](std::string const& node) {
    auto const read = read_opl(nodes + node + outline);
    std::vector<std::string> sources;
    for (auto const& venue : read->venues) sources.push_back(venue.source);
    return sources;
  };
  EXPECT_THAT(source_with("n9 x4.0001 y52.0001 Tamenity=library,name=dok\n"), ElementsAre("osm:way/5"));
  EXPECT_THAT(source_with("n9 x4.0001 y52.0001 Tamenity=library,name=DOK,wheelchair=yes\n"),
              ElementsAre("osm:node/9"));
  EXPECT_THAT(source_with("n9 x4.0001 y52.0001 Tamenity=library,name=Ander\n"),
              ElementsAre("osm:node/9", "osm:way/5"));
  EXPECT_THAT(source_with("n9 x4.0009 y52.0001 Tamenity=library,name=DOK\n"),
              ElementsAre("osm:node/9", "osm:way/5"));
}

TEST(OsmPbf, takes_the_first_kind_that_fits_and_asks_some_for_a_name) {
  auto const read = read_opl(R"(n1 x4.01 y52 Tsport=chess
n2 x4.02 y52 Tsport=chess,name=Schaakstad
n3 x4.03 y52 Tsport=judo,amenity=school
n4 x4.04 y52 Tleisure=playground
n5 x4.05 y52 Tleisure=playground,access=private
n8 x4.06 y52 Tamenity=school,name=Oude%20%School,disused=yes
n9 x4.06 y52 Tshop=bakery,name=Bakker
n10 x4.07 y52 Tamenity=bar;library,name=Leescafé,website=www.leescafe.example
)");
  ASSERT_TRUE(read);
  std::vector<std::string> found;
  for (auto const& venue : read->venues) found.push_back(venue.source + " " + venue.kind.text());
  EXPECT_THAT(found, ElementsAre("osm:node/2 sports-club", "osm:node/3 school", "osm:node/4 playground",
                                 "osm:node/10 library"));
  EXPECT_EQ(read->venues.back().website, "https://www.leescafe.example");
}

TEST(OsmPbf, tells_the_kerkstraat_of_one_town_from_that_of_the_next) {
  // Delft and Rijswijk, 0.06 degree (4.1 km) apart; in each a Kerkstraat, in Delft in two ways.
  auto const read = read_opl(R"(n1 x4.36 y52.01 Tplace=city,name=Delft
n2 x4.42 y52.01 Tplace=village,name=Pijnacker
n3 x4.360 y52.011
n4 x4.361 y52.011
n5 x4.362 y52.011
n6 x4.420 y52.011
n7 x4.421 y52.011
w1 Nn3,n4 Thighway=residential,name=Kerkstraat
w2 Nn4,n5 Thighway=footway,name=Kerkstraat
w3 Nn6,n7 Thighway=residential,name=Kerkstraat
w4 Nn6,n7 Thighway=motorway,name=Snelweg
)");
  ASSERT_TRUE(read);
  EXPECT_THAT(names_of(*read, PlaceNameKind::street),
              ElementsAre("Kerkstraat (Delft)", "Kerkstraat (Pijnacker)"));
  // The two ways in Delft lie as near to their middle as each other: the first has it.
  EXPECT_EQ(point_of(*read, "Kerkstraat"), GeoPoint::of_degrees(52.011, 4.3605));
}

TEST(OsmPbf, joins_the_ways_of_a_street_in_no_town_while_they_hang_together) {
  // Steps of 0.02 degree east are 1.4 km here; the gap before the last is 6.8 km.
  auto const read = read_opl(R"(n1 x4.000 y52.01
n2 x4.001 y52.01
n3 x4.020 y52.01
n4 x4.021 y52.01
n5 x4.040 y52.01
n6 x4.041 y52.01
n7 x4.140 y52.01
n8 x4.141 y52.01
w1 Nn1,n2 Thighway=residential,name=Dijk
w2 Nn3,n4 Thighway=residential,name=Dijk
w3 Nn5,n6 Thighway=residential,name=Dijk
w4 Nn7,n8 Thighway=residential,name=Dijk
)");
  ASSERT_TRUE(read);
  EXPECT_THAT(names_of(*read, PlaceNameKind::street), ElementsAre("Dijk ()", "Dijk ()"));
}

TEST(OsmPbf, believes_the_town_of_an_address_before_the_nearest_town) {
  auto const read = read_opl(R"(n1 x4.36 y52.01 Tplace=city,name=Delft
n2 x4.361 y52.011 Taddr:street=Kerkstraat,addr:housenumber=1,addr:city=Den%20%Hoorn
n3 x4.360 y52.011
n4 x4.361 y52.011
w1 Nn3,n4 Thighway=residential,name=Kerkstraat
)");
  ASSERT_TRUE(read);
  EXPECT_THAT(names_of(*read, PlaceNameKind::street), ElementsAre("Kerkstraat (Den Hoorn)"));
}

TEST(OsmPbf, finds_addresses_and_puts_a_postcode_at_the_mean_of_its_addresses) {
  auto const read = read_opl(
      R"(n1 x4.3600 y52.0100 Taddr:street=Oude%20%Delft,addr:housenumber=12,addr:postcode=2611AB,addr:city=Delft
n2 x4.3602 y52.0104 Taddr:street=Oude%20%Delft,addr:housenumber=14;16,addr:postcode=2611%20%ab,addr:city=Delft
n3 x4.3602 y52.0104 Taddr:street=Oude%20%Delft,addr:housenumber=14,addr:city=Delft,shop=bakery
n4 x4.3600 y52.0100 Taddr:street=Oude%20%Delft,addr:city=Delft
)");
  ASSERT_TRUE(read);
  EXPECT_THAT(names_of(*read, PlaceNameKind::address),
              ElementsAre("Oude Delft 12 (Delft)", "Oude Delft 14 (Delft)", "Oude Delft 16 (Delft)"));
  EXPECT_THAT(names_of(*read, PlaceNameKind::postcode), ElementsAre("2611 AB (Delft)"));
  EXPECT_EQ(point_of(*read, "2611 AB"), GeoPoint::of_degrees(52.0102, 4.3601));
}

TEST(OsmPbf, says_of_a_part_of_a_town_which_town_it_is_part_of) {
  auto const read = read_opl(R"(n1 x4.36 y52.01 Tplace=city,name=Delft
n2 x4.37 y52.00 Tplace=suburb,name=Wippolder
n3 x4.80 y52.40 Tplace=hamlet,name=Ver%20%Weg
n4 x4.355 y52.005
n5 x4.365 y52.005
n6 x4.365 y52.015
n7 x4.355 y52.015
w1 Nn4,n5,n6,n7,n4 Tplace=city,name=Delft
)");
  ASSERT_TRUE(read);
  EXPECT_THAT(names_of(*read, PlaceNameKind::place),
              ElementsAre("Delft ()", "Ver Weg ()", "Wippolder (Delft)"));
}

TEST(OsmPbf, gives_what_lies_within_the_border_of_a_town_to_that_town) {
  auto const read = read_opl(R"(n1 x4.36 y52.01 Tplace=city,name=Delft
n2 x4.362 y52.012 Tplace=neighbourhood,name=Hoek
n3 x4.361 y52.011
n4 x4.363 y52.011
n5 x4.363 y52.013
n6 x4.361 y52.013
w1 Nn3,n4,n5,n6,n3
r1 Ttype=boundary,boundary=administrative,admin_level=10,name=Schipluiden Mw1@outer
)");
  ASSERT_TRUE(read);
  EXPECT_THAT(names_of(*read, PlaceNameKind::place), ElementsAre("Delft ()", "Hoek (Schipluiden)"));
}

TEST(OsmPbf, names_a_station_as_people_do) {
  auto const read = read_opl(R"(n1 x4.36 y52.01 Tplace=city,name=Delft
n2 x4.357 y52.007 Trailway=station,name=Delft
n3 x4.42 y52.0 Trailway=halt,name=Station%20%Zuid
n4 x4.43 y52.0 Trailway=halt
n5 x4.43 y52.1 Trailway=signal,name=Sein
n6 x4.5 y52.0
n7 x4.501 y52.0
n8 x4.501 y52.001
w1 Nn6,n7,n8,n6 Trailway=station,building=yes,name=Rijswijk
)");
  ASSERT_TRUE(read);
  EXPECT_THAT(
      names_of(*read, PlaceNameKind::place),
      ElementsAre("Delft ()", "Station Delft (Delft)", "Station Rijswijk (Delft)", "Station Zuid (Delft)"));
  std::vector<std::string> drawn;
  for (auto const& label : read->basemap.labels) {
    if (label.kind == MapLabelKind::station) drawn.push_back(label.name);
  }
  EXPECT_THAT(drawn, ElementsAre("Delft", "Station Zuid", "Rijswijk"));
}

TEST(OsmPbf, draws_water_green_railways_and_names) {
  auto const read = read_opl(R"(n1 x4.0000 y52.0000 Tplace=town,name=Dorp
n2 x4.0004 y52.0000
n3 x4.0004 y52.0002
n4 x4.0000 y52.0002
w1 Nn1,n2,n3,n1 Tleisure=park,name=Hertenkamp
w2 Nn1,n2,n3,n4,n1 Tnatural=water
w3 Nn1,n2,n3 Twaterway=canal
w4 Nn1,n2,n3 Twaterway=canal,tunnel=culvert
w5 Nn1,n3 Trailway=tram
w6 Nn1,n2,n3,n1 Tbuilding=no
)");
  ASSERT_TRUE(read);
  auto const& map = read->basemap;
  ASSERT_EQ(map.areas.size(), 2);
  EXPECT_EQ(map.areas[0].kind, MapAreaKind::park);
  EXPECT_EQ(map.areas[1].kind, MapAreaKind::water);
  ASSERT_EQ(map.lines.size(), 2);
  EXPECT_EQ(map.lines[0].kind, MapLineKind::river);
  EXPECT_EQ(map.lines[0].line.size(), 3);
  EXPECT_EQ(map.lines[1].kind, MapLineKind::tram);
  ASSERT_EQ(map.labels.size(), 2);
  EXPECT_EQ(map.labels[0].name, "Dorp");
  EXPECT_EQ(map.labels[1].kind, MapLabelKind::park);
}

TEST(OsmPbf, leaves_out_an_outline_that_is_cut_or_crosses_itself_and_counts_it) {
  auto const read = read_opl(R"(n1 x4.0000 y52.0000
n2 x4.0004 y52.0000
n3 x4.0004 y52.0002
n4 x4.0000 y52.0002
w1 Nn1,n2,n4,n3,n1 Tbuilding=yes
w2 Nn1,n2,n3,n77,n1 Tnatural=water
w3 Nn1,n2,n3
r1 Ttype=multipolygon,natural=water Mw3@outer,w99@outer
)");
  ASSERT_TRUE(read);
  EXPECT_THAT(read->basemap.areas, IsEmpty());
  EXPECT_EQ(read->counts.outlines_left_out, 3);
  EXPECT_EQ(read->counts.ways_with_missing_nodes, 1);
}

TEST(OsmPbf, reads_a_file_that_comes_out_of_an_editor_with_negative_ids) {
  auto const read = read_opl(R"(n-1 x4.000 y52.000
n-2 x4.001 y52.000
w-1 Nn-1,n-2 Thighway=residential
)");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->streets.edge_count(), 1);
}

TEST(OsmPbf, refuses_what_is_no_such_file) {
  TemporaryFolder const folder;
  auto const path = folder.path("kaart.osm.pbf");
  EXPECT_EQ(read_osm_pbf(path, some_kinds).error().key, "osm.not_readable");
  EXPECT_EQ(read_osm_pbf(folder.path(""), some_kinds).error().key, "osm.not_readable");
  std::ofstream(path) << "<osm version='0.6'></osm>";
  auto const error = read_osm_pbf(path, some_kinds).error();
  EXPECT_EQ(error.key, "osm.not_readable");
  EXPECT_EQ(error.arguments.front(), (Argument{"file", "kaart.osm.pbf"}));
}

TEST(OsmPbf, refuses_a_file_that_broke_off) {
  TemporaryFolder const folder;
  auto const path = folder.path("half.osm.pbf");
  write_osm_pbf(path, "n1 x4 y52\nn2 x5 y52\nw1 Nn1,n2 Thighway=path\n");
  std::filesystem::resize_file(path, std::filesystem::file_size(path) - 5);
  EXPECT_EQ(read_osm_pbf(path, some_kinds).error().key, "osm.not_readable");
}

TEST(OsmPbf, closes_a_file_that_it_cannot_read) {
  TemporaryFolder const folder;
  auto const path = folder.path("town.osm.pbf");
  write_osm_pbf(path, "n2 x4 y52\nn1 x4 y52\n");
  auto const open_files = [] {
    return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {});
  };
  auto const before = open_files();
  EXPECT_FALSE(read_osm_pbf(path, some_kinds));
  std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
  EXPECT_FALSE(read_osm_pbf(path, some_kinds));
  EXPECT_EQ(open_files(), before);
}

TEST(OsmPbf, refuses_a_text_with_a_zero_byte_in_it) {
  TemporaryFolder const folder;
  auto const path = folder.path("town.osm.pbf");
  write_osm_pbf(path, "n1 x4 y52 Tamenity=school\n", {}, "pbf,pbf_compression=none");
  std::ostringstream bytes;
  bytes << std::ifstream(path).rdbuf();
  auto damaged = bytes.str();
  damaged[damaged.find("school") + 2] = 0;
  std::ofstream(path) << damaged;
  EXPECT_EQ(read_osm_pbf(path, some_kinds).error().key, "osm.not_readable");
}

TEST(OsmPbf, refuses_a_file_out_of_order_with_history_or_without_nodes) {
  EXPECT_EQ(read_opl("n2 x4 y52\nn1 x5 y52\n").error().key, "osm.not_sorted");
  EXPECT_EQ(read_opl("n1 x4 y52\nw1 Nn1\nw1 Nn1\n").error().key, "osm.not_sorted");
  EXPECT_EQ(read_opl("w1 Nn1\n").error().key, "osm.empty");
  TemporaryFolder const folder;
  osmium::io::Header history;
  history.set_has_multiple_object_versions(true);
  write_osm_pbf(folder.path("h.osm.pbf"), "n1 v1 x4 y52\nn1 v2 x5 y52\n", history, "pbf,history=true");
  EXPECT_EQ(read_osm_pbf(folder.path("h.osm.pbf"), some_kinds).error().key, "osm.history");
}

TEST(OsmPbf, tells_how_far_it_is_and_stops_when_asked) {
  TemporaryFolder const folder;
  auto const path = folder.path("town.osm.pbf");
  write_osm_pbf(path, "n1 x4 y52\nn2 x5 y52\nw1 Nn1,n2 Thighway=path\n");
  std::vector<std::uint64_t> done;
  auto const twice = 2 * std::filesystem::file_size(path);
  auto const listen = [&](std::uint64_t bytes, std::uint64_t total) {
    EXPECT_EQ(total, twice);
    done.push_back(bytes);
    return true;
  };
  ASSERT_TRUE(read_osm_pbf(path, some_kinds, listen));
  EXPECT_TRUE(std::ranges::is_sorted(done));
  EXPECT_EQ(done.back(), twice);
  auto const stop = [](std::uint64_t, std::uint64_t) { return false; };
  EXPECT_EQ(read_osm_pbf(path, some_kinds, stop).error(),
            (Error{Fault::unavailable, "import.stopped", {}, {}, {}}));
}

}  // namespace wegwijzer
