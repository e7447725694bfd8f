// SPDX-License-Identifier: EUPL-1.2
#include "usecases/offering/find.h"

#include <gtest/gtest.h>

#include "kit/drawn_atlas.h"

namespace wegwijzer {

namespace {

// The canal keeps C from H but for the bridge.
constexpr auto canal_town = R"(
  H---A---+
  ~~~~~~~~|
  C-------+
)";
Moment const noon{date(2026, 11, 17), {12 * 60}};  // a Tuesday

OfferingQuery from_home(AtlasDraft const& draft, Minutes minutes = Minutes(30)) {
  OfferingQuery query;
  query.home = draft.at('H');
  query.mode = Mode::walk;
  query.age = 9;
  query.minutes = minutes;
  return query;
}

std::vector<std::string> found(AtlasDraft const& draft, OfferingQuery const& query) {
  auto const atlas = draft.atlas();
  std::vector<std::string> titles;
  for (auto const& one : find_offerings(atlas, query, noon).offerings) {
    titles.push_back(atlas.catalogue()[one.offering].title);
  }
  return titles;
}

using Titles = std::vector<std::string>;

}  // namespace

TEST(Finder, counts_the_way_round_the_canal) {
  AtlasDraft draft(canal_town);
  draft.add(draft.an_offering_at('A').titled("hier"));
  draft.add(draft.an_offering_at('C').titled("overkant"));
  auto const atlas = draft.atlas();
  auto const result = find_offerings(atlas, from_home(draft), noon);
  ASSERT_EQ(result.offerings.size(), 2U);
  // 400 m at 4.5 km/h is 320 s; round the canal it is 800 + 200 + 800 m, 1440 s.
  EXPECT_EQ(result.offerings[0].travel, Tenths(3'200));
  EXPECT_EQ(result.offerings[1].travel, Tenths(14'400));
  EXPECT_EQ(found(draft, from_home(draft, Minutes(23))), Titles{"hier"});
  EXPECT_EQ(find_offerings(atlas, from_home(draft, Minutes(23)), noon).further_away, 1U);
}

TEST(Finder, does_not_take_unknown_for_free_or_fitting) {
  AtlasDraft draft(canal_town);
  draft.add(draft.an_offering_at('A').titled("a onbekend"));
  draft.add(draft.an_offering_at('A').titled("b gratis").for_ages(8, 12).costing({Euro{0}, Per::time}));
  draft.add(draft.an_offering_at('A').titled("c te jong").for_ages(4, 6));
  auto query = from_home(draft);
  EXPECT_EQ(found(draft, query), (Titles{"b gratis", "a onbekend"}));
  query.free = true;
  EXPECT_EQ(found(draft, query), Titles{"b gratis"});
}

TEST(Finder, finds_below_a_theme_and_on_a_day) {
  AtlasDraft draft(canal_town);
  draft.add(draft.an_offering_at('A').titled("robots").about("robotics").when("elke woensdag 14:00-15:00"));
  draft.add(draft.an_offering_at('A').titled("natuur").about("nature").when("elke zaterdag 10:00-11:00"));
  auto query = from_home(draft);
  query.themes = {*ThemeCode::parse("technology")};
  EXPECT_EQ(found(draft, query), Titles{"robots"});
  query.days.add(std::chrono::Saturday);
  EXPECT_TRUE(found(draft, query).empty());
}

TEST(Finder, counts_each_list_as_if_only_it_were_changed) {
  AtlasDraft draft(canal_town);
  draft.add(draft.an_offering_at('A').titled("robots").about("robotics").when("elke woensdag 14:00-15:00"));
  draft.add(draft.an_offering_at('A').titled("natuur").about("nature").when("elke zaterdag 10:00-11:00"));
  auto query = from_home(draft);
  query.themes = {*ThemeCode::parse("robotics")};
  auto const atlas = draft.atlas();
  auto const facets = find_offerings(atlas, query, noon).facets;
  EXPECT_EQ(facets.themes[atlas.themes().find(*ThemeCode::parse("nature"))->value()], 1U);
  EXPECT_EQ(facets.themes[atlas.themes().find(*ThemeCode::parse("technology"))->value()], 1U);
  EXPECT_EQ(facets.days[3], 1U);
  EXPECT_EQ(facets.days[6], 0U);  // Saturday is nature, which the theme leaves out
}

TEST(Finder, says_the_next_time_and_leaves_out_what_is_over) {
  AtlasDraft draft(canal_town);
  draft.add(draft.an_offering_at('A').titled("nu").when("elke woensdag 14:00-15:00"));
  draft.add(draft.an_offering_at('A').titled("toen").when("3 oktober 2020 10:00-12:00"));
  auto const atlas = draft.atlas();
  auto const result = find_offerings(atlas, from_home(draft), noon);
  ASSERT_EQ(result.offerings.size(), 1U);
  EXPECT_EQ(next_time(atlas, result.offerings[0].offering, noon)->day, date(2026, 11, 18));
}

TEST(Finder, lists_places_without_an_offering_apart) {
  AtlasDraft draft(canal_town);
  draft.add(draft.an_offering_at('A'));
  draft.add_venue('A');
  auto const result = find_offerings(draft.atlas(), from_home(draft), noon);
  EXPECT_EQ(result.offerings.size(), 1U);
  EXPECT_EQ(result.places.size(), 1U);
}

TEST(Finder, works_without_a_home_and_far_from_every_street) {
  AtlasDraft draft(canal_town);
  draft.add(draft.an_offering_at('A').titled("hier"));
  OfferingQuery query;
  EXPECT_EQ(found(draft, query), Titles{"hier"});
  query.home = GeoPoint::of_degrees(53, 6);
  EXPECT_EQ(found(draft, query), Titles{"hier"});
  EXPECT_FALSE(find_offerings(draft.atlas(), query, noon).home_known);
}

TEST(Finder, sorts_as_asked) {
  AtlasDraft draft(canal_town);
  draft.add(draft.an_offering_at('A')
                .titled("b")
                .costing({Euro{500}, Per::time})
                .when("elke zaterdag 10:00-11:00"));
  draft.add(draft.an_offering_at('C')
                .titled("a")
                .costing({Euro{100}, Per::time})
                .when("elke woensdag 14:00-15:00"));
  auto query = from_home(draft);
  query.sort = Sort::nearest;
  EXPECT_EQ(found(draft, query), (Titles{"b", "a"}));
  for (auto const sort : {Sort::soonest, Sort::cheapest, Sort::title}) {
    query.sort = sort;
    EXPECT_EQ(found(draft, query), (Titles{"a", "b"})) << text(sort);
  }
}

}  // namespace wegwijzer
