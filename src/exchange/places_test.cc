// SPDX-License-Identifier: EUPL-1.2
// Schools, places and postcodes: whatever is a point with a name.
#include <gmock/gmock.h>

#include <algorithm>
#include <ranges>
#include <set>

#include "exchange/osm_venues.h"
#include "exchange/places_geojson.h"
#include "exchange/postcodes_csv.h"
#include "exchange/schools_geojson.h"
#include "kit/embedded_words.h"
#include "kit/file_content.h"
#include "kit/shared_data.h"

namespace wegwijzer {

namespace {

auto of_kind(std::vector<Venue> const& venues, std::string_view kind) {
  return std::ranges::count_if(venues, [&](Venue const& venue) { return venue.kind.text() == kind; });
}

std::string kind_of(std::initializer_list<Tag> tags) {
  auto const kind = venue_kind(words().venue_kinds, Tags(std::span(tags.begin(), tags.size())));
  return kind ? kind->text() : "";
}

}  // namespace

TEST(VenueKinds, takes_the_first_rule_that_fits) {
  EXPECT_EQ(kind_of({{"tourism", "zoo"}, {"zoo", "petting_zoo"}}), "petting-farm");
  EXPECT_EQ(kind_of({{"tourism", "zoo"}}), "zoo");
  EXPECT_EQ(kind_of({{"leisure", "sports_centre"}, {"sport", "tennis"}, {"name", "TC"}}), "sports-centre");
  EXPECT_EQ(kind_of({{"amenity", "library;community_centre"}}), "library");
}

TEST(VenueKinds, asks_a_name_where_the_tag_says_too_little) {
  EXPECT_EQ(kind_of({{"leisure", "pitch"}, {"sport", "soccer"}}), "");
  EXPECT_EQ(kind_of({{"leisure", "pitch"}, {"sport", "soccer"}, {"name", "DHC"}}), "sports-club");
}

TEST(VenueKinds, leaves_out_a_private_place_without_a_name_and_what_is_gone) {
  EXPECT_EQ(kind_of({{"leisure", "playground"}, {"access", "private"}}), "");
  EXPECT_EQ(kind_of({{"amenity", "school"}, {"access", "private"}, {"name", "De Brug"}}), "school");
  EXPECT_EQ(kind_of({{"amenity", "library"}, {"name", "Bieb"}, {"disused", "yes"}}), "");
}

TEST(Places, keeps_the_number_of_the_object_in_either_spelling) {
  auto const import = read_places_geojson(
      R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"osm_id":"5","leisure":"playground"},"geometry":{"type":"Point","coordinates":[4.1,52.1]}},
        {"type":"Feature","id":"way/6","properties":{"amenity":"library","name":"Bieb","addr:street":"Weg","addr:housenumber":"1","website":"javascript:x"},
         "geometry":{"type":"Polygon","coordinates":[[[4,52],[5,52],[5,53],[4,53],[4,52]]]}},
        {"type":"Feature","properties":{"amenity":"library"},"geometry":{"type":"Point","coordinates":[4.1,52.1]}},
        {"type":"Feature","properties":{"osm_id":"7","amenity":"bench"},"geometry":{"type":"Point","coordinates":[4.1,52.1]}}]})",
      words());
  ASSERT_EQ(import->rows.size(), 2U);
  EXPECT_EQ(import->features, 4U);
  EXPECT_EQ(import->rows[0].source, "osm:node/5");
  EXPECT_EQ(import->rows[1].source, "osm:way/6");
  EXPECT_EQ(import->rows[1].point, GeoPoint::of_degrees(52.5, 4.5));
  EXPECT_EQ(import->rows[1].street, "Weg 1");
  EXPECT_EQ(import->rows[1].website, "");
  ASSERT_EQ(import->problems.size(), 1U);
  EXPECT_EQ(import->problems[0].place, "feature 3");
  EXPECT_EQ(import->problems[0].error.key, "places.id_missing");
}

TEST(Places, finds_the_113_playgrounds_of_delft) {
  auto const path = shared_data("delft/delft_leisure_2022.geojson");
  if (!path) GTEST_SKIP() << "shared data is absent";
  auto const import = read_places_geojson(content(*path), words());
  EXPECT_EQ(import->features, 298U);
  EXPECT_EQ(of_kind(import->rows, "playground"), 113);
  EXPECT_TRUE(import->problems.empty());
}

TEST(Places, finds_the_schools_and_libraries_of_maastricht) {
  auto const path = shared_data("maastricht/osm_amenity_2023.geojson");
  if (!path) GTEST_SKIP() << "shared data is absent";
  auto const import = read_places_geojson(content(*path), words());
  EXPECT_EQ(import->features, 1173U);
  EXPECT_EQ(of_kind(import->rows, "school"), 27);
  EXPECT_EQ(of_kind(import->rows, "library"), 4);
  EXPECT_EQ(of_kind(import->rows, "theatre"), 5);
}

TEST(Schools, knows_the_37_primary_and_10_secondary_schools_of_alkmaar) {
  auto const path = shared_data("alkmaar/schools_duo_2026.geojson");
  if (!path) GTEST_SKIP() << "shared data is absent";
  auto const import = read_schools_geojson(content(*path));
  ASSERT_EQ(import->rows.size(), 47U);
  EXPECT_TRUE(import->problems.empty());
  EXPECT_EQ(std::ranges::count(import->rows, SchoolType::primary, &SchoolRow::type), 37);
  EXPECT_EQ(std::ranges::count(import->rows, SchoolType::secondary, &SchoolRow::type), 10);
  int pupils = 0;
  std::set<std::string> sources;
  for (auto const& row : import->rows) {
    pupils += row.venue.pupils.value_or(0);
    sources.insert(row.organisation.source);
  }
  EXPECT_EQ(pupils, 17677);
  EXPECT_EQ(sources.size(), 47U);
  EXPECT_EQ(import->rows[0].organisation.source, "duo:basisschool/grootschermer/kc-de-driessen");
  EXPECT_EQ(import->rows[0].venue.city, "Grootschermer");
}

TEST(Postcodes, reads_six_and_four_digit_codes_and_tells_what_is_wrong) {
  auto const import = read_postcodes_csv(
      "Postcode;Lat;Lon;Plaats\n2611ab;52,01;4,36;Delft\n2611;52.01;4.36;\n26;52;4;\n2612AA;;4;\n");
  ASSERT_EQ(import->rows.size(), 2U);
  EXPECT_EQ(import->rows[0].name, "2611 AB");
  EXPECT_EQ(import->rows[0].context, "Delft");
  EXPECT_EQ(import->rows[0].point, GeoPoint::of_degrees(52.01, 4.36));
  EXPECT_EQ(import->rows[1].name, "2611");
  ASSERT_EQ(import->problems.size(), 2U);
  EXPECT_EQ(import->problems[0].line, 4U);
  EXPECT_EQ(import->problems[0].error.key, "postcode.invalid");
  EXPECT_EQ(import->problems[1].error.key, "cell.missing");
}

TEST(Postcodes, reads_all_2780_of_maastricht) {
  auto const path = shared_data("maastricht/pc6_demographics_2021.csv");
  if (!path) GTEST_SKIP() << "shared data is absent";
  auto const import = read_postcodes_csv(content(*path));
  EXPECT_EQ(import->rows.size(), 2780U);
  EXPECT_TRUE(import->problems.empty());
}

}  // namespace wegwijzer
