// SPDX-License-Identifier: EUPL-1.2
#include "exchange/areas.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <ranges>
#include <sstream>

#include "exchange/osm_shape.h"
#include "kit/file_content.h"
#include "kit/shared_data.h"

namespace wegwijzer {

namespace {

std::string collection(std::string const& features, std::string const& crs = "") {
  return R"({"type":"FeatureCollection",)" + crs + R"("features":[)" + features + "]}";
}

std::string square(std::string const& properties) {
  return R"({"type":"Feature","properties":{)" + properties +
         R"(},"geometry":{"type":"Polygon","coordinates":[[[4,52],[5,52],[5,53],[4,53],[4,52]]]}})";
}

std::vector<GeoPoint> corners_of(Area const& area) {
  std::vector<GeoPoint> corners;
  for (auto const& polygon : area.outline) {
    corners.insert(corners.end(), polygon.outer.begin(), polygon.outer.end());
    for (auto const& hole : polygon.holes) corners.insert(corners.end(), hole.begin(), hole.end());
  }
  return corners;
}

std::vector<Area> drawn(std::vector<Area> areas) {
  std::erase_if(areas, [](Area const& area) { return area.outline.empty(); });
  return areas;
}

double nearest_metres(std::vector<GeoPoint> const& corners, GeoPoint from) {
  double least = 1e9;
  for (auto const& corner : corners) least = std::min(least, distance(corner, from).value);
  return least;
}

auto without(std::vector<Area> const& areas, std::string const& figure) {
  return std::ranges::count_if(areas, [&](Area const& area) { return !area.figures.contains(figure); });
}

}  // namespace

TEST(Areas, reads_the_outline_the_figures_and_a_point_inside) {
  auto const import = read_areas_geojson(
      collection(square(R"("wijkCode":"WK036101","wijkNaam":"Zuid","aantalInwoners":14510,"zomaar":3)")));
  ASSERT_EQ(import->rows.size(), 1U);
  auto const& area = import->rows[0];
  EXPECT_EQ(area.code.text(), "WK036101");
  EXPECT_EQ(area.name, "Zuid");
  EXPECT_EQ(area.label, GeoPoint::of_degrees(52.5, 4.5));
  EXPECT_THAT(area.figures, testing::ElementsAre(testing::Pair("population", 14510)));
}

TEST(Areas, takes_suppressed_figures_for_unknown) {
  auto const import = read_areas_geojson(
      collection(square(R"("code":"GM0361","population":-99997,"pop_0_14":null,"income_low":-99999999)")));
  EXPECT_TRUE(import->rows.at(0).figures.empty());
}

TEST(Areas, tells_which_feature_is_wrong_and_reads_the_others) {
  auto const import = read_areas_geojson(collection(
      square(R"("code":"XX1")") + "," + square(R"("code":"GM0001")") +
      R"(,{"type":"Feature","properties":{"code":"GM0002"},"geometry":null})"
      R"(,{"type":"Feature","properties":{"code":"GM0003"},"geometry":{"type":"Polygon","coordinates":[[1,2]]}})"));
  EXPECT_EQ(import->rows.size(), 1U);
  std::vector<std::string> found;
  for (auto const& problem : import->problems) found.push_back(problem.place + " " + problem.error.key);
  EXPECT_THAT(found,
              testing::UnorderedElementsAre("feature 1 area.code_invalid", "feature 3 area.outline_missing",
                                            "feature 4 geojson.geometry_broken"));
}

TEST(Areas, refuses_what_is_no_geojson_or_has_unknown_coordinates) {
  EXPECT_EQ(read_areas_geojson("{").error().key, "geojson.unreadable");
  EXPECT_EQ(read_areas_geojson("[]").error().key, "geojson.no_collection");
  EXPECT_EQ(read_areas_geojson(std::string(5000, '[')).error().key, "geojson.unreadable");
  auto const mercator = R"("crs":{"type":"name","properties":{"name":"EPSG:3857"}},)";
  EXPECT_EQ(read_areas_geojson(collection(square(""), mercator)).error().key, "geojson.crs_unknown");
}

TEST(Areas, puts_the_point_of_a_crescent_inside_it) {
  auto const p = [](int x, int y) { return GeoPoint{y, x}; };
  // A "U": the centroid of its hull lies in the gap.
  Polygon const u{
      {p(0, 0), p(100, 0), p(100, 100), p(90, 100), p(90, 10), p(10, 10), p(10, 100), p(0, 100), p(0, 0)},
      {}};
  EXPECT_TRUE(contains({u}, *point_inside({u})));
}

TEST(Areas, makes_shares_of_the_ages_that_kwb_gives_as_numbers) {
  auto const import =
      read_areas_csv("gwb_code_10,regio,a_inw,a_00_14,g_wozbag,p_ink_li\nGM0344,Utrecht,200,50,458,.\n");
  ASSERT_EQ(import->rows.size(), 1U);
  EXPECT_EQ(import->rows[0].name, "Utrecht");
  EXPECT_EQ(import->rows[0].figures.at("pop_0_14"), 25);
  EXPECT_EQ(import->rows[0].figures.at("dwelling_value"), 458);
  EXPECT_FALSE(import->rows[0].figures.contains("income_low"));
}

TEST(Areas, reads_all_wijken_of_2022_with_what_is_suppressed) {
  auto const path = shared_data("cbs/nl_wijken_2022.geojson");
  if (!path) GTEST_SKIP() << "shared data is absent";
  auto const import = read_areas_geojson(content(*path));
  EXPECT_TRUE(import->problems.empty());
  auto const wijken = drawn(import->rows);
  EXPECT_EQ(wijken.size(), 3340U);
  EXPECT_EQ(import->rows.size() - wijken.size(), 345U);  // the gemeenten that they name
  EXPECT_EQ(without(wijken, "pop_0_14"), 28);
  EXPECT_EQ(without(wijken, "income_low"), 196);
  auto const outside =
      std::ranges::count_if(wijken, [](Area const& area) { return !contains(area.outline, *area.label); });
  EXPECT_EQ(outside, 0);
}

// The two files begin their rings at different corners, so each corner is compared with the nearest one.
TEST(Areas, converts_rd_within_two_metres) {
  auto const degrees = shared_data("cbs/wijken_2022_selected.geojson");
  auto const metres = shared_data("cbs/wijken_2022_selected_rd.geojson");
  if (!degrees || !metres) GTEST_SKIP() << "shared data is absent";
  auto const a = drawn(read_areas_geojson(content(*degrees))->rows);
  auto const b = drawn(read_areas_geojson(content(*metres))->rows);
  ASSERT_EQ(a.size(), 255U);
  ASSERT_EQ(b.size(), 255U);
  double largest = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    ASSERT_EQ(a[i].code, b[i].code);
    auto const corners = corners_of(a[i]);
    for (auto const& corner : corners_of(b[i])) largest = std::max(largest, nearest_metres(corners, corner));
  }
  EXPECT_LT(largest, 2.0);
  RecordProperty("largest_metres", std::to_string(largest));
}

TEST(Areas, reads_every_publication_of_the_shared_data) {
  if (!shared_data("cbs/nl_gemeenten_2022.geojson")) GTEST_SKIP() << "shared data is absent";
  auto const count = [](char const* file) {
    auto const bytes = content(*shared_data(file));
    auto const import =
        std::string_view(file).ends_with(".csv") ? read_areas_csv(bytes) : read_areas_geojson(bytes);
    EXPECT_TRUE(import && import->problems.empty()) << file;
    return import->rows.size();
  };
  EXPECT_EQ(count("cbs/nl_gemeenten_2022.geojson"), 345U);
  EXPECT_EQ(count("cbs/gemeenten_2022_selected.geojson"), 9U);
  EXPECT_EQ(count("cbs/eindhoven_buurten_2013.geojson"), 116U);
  EXPECT_EQ(count("cbs/den_haag_wijken_2012.geojson"), 44U);
  EXPECT_EQ(count("alkmaar/wijken_2024.geojson"), 8U);
  EXPECT_EQ(count("cbs/nl_wijken_2022.csv"), 3340U);
  EXPECT_EQ(count("cbs/utrecht_kwb_2023.csv"), 122U);
  EXPECT_EQ(count("cbs/amsterdam_ses_woa_2019.csv"), 579U);
}

TEST(Areas, knows_the_ses_score_of_390_buurten_of_amsterdam) {
  auto const path = shared_data("cbs/amsterdam_ses_woa_2019.csv");
  if (!path) GTEST_SKIP() << "shared data is absent";
  auto const import = read_areas_csv(content(*path));
  auto const scored = std::ranges::count_if(import->rows, [](Area const& area) {
    return area.code.kind() == AreaKind::buurt && area.figures.contains("ses_score");
  });
  EXPECT_EQ(scored, 390);
}

}  // namespace wegwijzer
