// SPDX-License-Identifier: EUPL-1.2
// The files of the fictional demo town are read as those of a real one, and hang together.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "base/embedded.h"
#include "exchange/offerings_csv.h"
#include "exchange/organisations_csv.h"
#include "exchange/vocabulary_csv.h"

namespace wegwijzer {

namespace {

std::string_view demo(char const* name) {
  return embedded_file(assets_files(), std::string("demo/") + name);
}

template <class Row>
std::vector<Row> faultless(Result<Import<Row>> read) {
  EXPECT_TRUE(read) << read.error().key;
  if (!read) return {};
  for (auto const& problem : read->problems) {
    ADD_FAILURE() << "line " << problem.line << ", " << problem.place << ": " << problem.error.key;
  }
  return std::move(read->rows);
}

std::vector<OrganisationRow> organisations() {
  return faultless(
      read_organisations_csv(demo("organisations.csv"), read_embedded_vocabulary(), date(2026, 11, 24)));
}

std::vector<OfferingRow> offerings() {
  return faultless(read_offerings_csv(demo("offerings.csv"), read_embedded_vocabulary(), date(2026, 11, 24)));
}

// Where the drawing of the town has its corners; about.json says the same of its first sign.
bool in_town(GeoPoint point) {
  auto const north_west = GeoPoint::of_degrees(52.2265, 4.8990);
  auto const south_east = GeoPoint::of_degrees(52.1990, 4.9590);
  return point.latitude <= north_west.latitude && point.latitude >= south_east.latitude &&
         point.longitude >= north_west.longitude && point.longitude <= south_east.longitude;
}

}  // namespace

TEST(DemoFiles, have_no_problem) {
  EXPECT_EQ(organisations().size(), 48U);
  EXPECT_EQ(offerings().size(), 130U);
}

TEST(DemoFiles, name_organisations_and_places_that_exist) {
  std::set<std::string> names;
  std::set<std::string> places;
  for (auto const& row : organisations()) {
    names.insert(row.organisation.name);
    if (row.venue && !row.venue->needs_position) places.insert(row.venue->venue.name);
  }
  for (auto const& row : offerings()) {
    EXPECT_TRUE(names.contains(row.organisation)) << row.organisation;
    if (row.venue && row.venue->needs_position) {
      EXPECT_TRUE(places.contains(row.venue->venue.name)) << row.venue->venue.name;
    }
  }
}

TEST(DemoFiles, lie_in_the_town) {
  for (auto const& row : organisations()) {
    if (!row.venue || row.venue->needs_position) continue;
    EXPECT_TRUE(in_town(row.venue->venue.point)) << row.organisation.name;
  }
  for (auto const& row : offerings()) {
    if (!row.venue || row.venue->needs_position) continue;
    EXPECT_TRUE(in_town(row.venue->venue.point)) << row.offering.title;
  }
}

TEST(DemoFiles, tell_of_something_to_do_in_every_month_of_the_year) {
  auto const vocabulary = read_embedded_vocabulary();
  Holidays const holidays(vocabulary.holidays, HolidayRegion::middle);
  auto const rows = offerings();
  for (auto first = date(2026, 11, 24); first < date(2027, 12, 1); first += std::chrono::days{28}) {
    auto const alive = std::ranges::count_if(rows, [&](OfferingRow const& row) {
      return !occurrences(row.offering.schedule, holidays, first, first + std::chrono::days{27}).empty();
    });
    EXPECT_GE(alive, 20) << text(first);  // in the summer holidays clubs rest
  }
}

}  // namespace wegwijzer
