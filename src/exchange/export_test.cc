// SPDX-License-Identifier: EUPL-1.2
// What is exported reads back the same.
#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <nlohmann/json.hpp>

#include "domain/offering.h"
#include "exchange/areas.h"
#include "exchange/osm_shape.h"
#include "exchange/records_csv.h"
#include "exchange/write_geojson.h"

namespace wegwijzer {

namespace {

Offering full_offering() {
  Offering offering;
  offering.id = Id<Offering>(Uuid{1, 2});
  offering.organisation = Id<Organisation>(Uuid{3, 4});
  offering.title = " =Robots, \"samen\"\nbouwen ";
  offering.themes = {*ThemeCode::parse("robotics"), *ThemeCode::parse("making")};
  offering.stage = Stage::deepen;
  offering.ages = AgeRange{8, 12};
  offering.price = Price{Euro{1250}, Per::series};
  offering.schedule = *Schedule::parse("elke woensdag 14:00-15:30, niet in schoolvakanties");
  offering.waiting_list = false;
  offering.source = "csv:offering/dv-1";
  offering.confirmed_on = date(2026, 9, 1);
  offering.archived_on = date(2026, 10, 1);
  offering.version = 7;
  return offering;
}

}  // namespace

TEST(RecordsCsv, gives_back_every_field_of_a_record) {
  auto const again = read_records<Offering>(write_records<Offering>({full_offering(), Offering()}));
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->problems.empty()) << again->problems[0].place << again->problems[0].error.key;
  EXPECT_THAT(again->rows, testing::ElementsAre(full_offering(), Offering()));
}

TEST(RecordsCsv, tells_which_field_of_which_line_is_wrong) {
  auto bytes = write_records<Offering>({full_offering(), Offering()});
  bytes.replace(bytes.find("deepen"), 6, "dopen!");
  auto const again = read_records<Offering>(bytes);
  ASSERT_EQ(again->problems.size(), 1U);
  EXPECT_EQ(again->problems[0].line, 2U);
  EXPECT_EQ(again->problems[0].place, "stage");
  EXPECT_EQ(again->rows.size(), 1U);
}

TEST(RecordsCsv, refuses_a_file_that_lacks_a_field) {
  EXPECT_EQ(read_records<Venue>("id,name\n").error().key, "csv.column_missing");
}

RC_GTEST_PROP(RecordsCsv, gives_back_any_text, (std::string text)) {
  std::erase_if(text, [](char c) { return c == '\0' || (c & 0x80); });
  Venue venue;
  venue.kind = *VenueKind::parse("school");
  venue.name = text;
  auto const again = read_records<Venue>(write_records<Venue>({venue}));
  RC_ASSERT(again && again->rows.size() == 1U);
  RC_ASSERT(again->rows[0] == venue);
}

TEST(RecordsJson, writes_unknown_as_null) {
  auto const json = nlohmann::json::parse(write_records_json<Offering>({full_offering()}));
  EXPECT_EQ(json[0]["price"], "12.50 series");
  EXPECT_TRUE(json[0]["venue"].is_null());
}

TEST(WriteGeojson, gives_areas_back_as_they_were) {
  Area area;
  area.code = *AreaCode::parse("WK036101");
  area.name = "Zuid";
  area.figures = {{"households_with_children", 12}, {"pop_0_14", 12.5}};
  auto const p = [](int x, int y) { return GeoPoint{520'000'001 + y, 43'000'003 + x}; };
  area.outline = {
      {{p(0, 0), p(1000, 0), p(0, 1000), p(0, 0)}, {{p(10, 10), p(20, 10), p(10, 20), p(10, 10)}}}};
  area.label = point_inside(area.outline);
  area.source = "cbs:WK036101";
  auto const figures_only = [] {
    Area bare;
    bare.code = *AreaCode::parse("GM0361");
    bare.figures = {{"population", 5}};
    bare.source = "cbs:GM0361";
    return bare;
  }();
  auto const again = read_areas_geojson(write_areas_geojson(std::vector{area, figures_only}));
  ASSERT_TRUE(again && again->problems.empty());
  EXPECT_THAT(again->rows, testing::ElementsAre(area, figures_only));
}

TEST(WriteGeojson, gives_venues_with_their_position_in_degrees) {
  Venue venue;
  venue.name = "Bieb";
  venue.kind = *VenueKind::parse("library");
  venue.point = GeoPoint::of_degrees(52.0116, 4.3571);
  auto const json = nlohmann::json::parse(write_venues_geojson(std::vector{venue}));
  EXPECT_EQ(json["features"][0]["geometry"]["coordinates"].dump(), "[4.3571,52.0116]");
  EXPECT_EQ(json["features"][0]["properties"]["kind"], "library");
}

}  // namespace wegwijzer
