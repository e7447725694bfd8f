// SPDX-License-Identifier: EUPL-1.2
#include "usecases/offering/find.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kit/found_titles.h"
#include "kit/made_world.h"
#include "kit/slow_finder.h"

namespace wegwijzer {

namespace {

// The canal keeps C from H but for the bridge.
constexpr auto canal_town = R"(
  H---A---+
  ~~~~~~~~|
  C-------+
)";

OfferingQuery from_home(AtlasDraft const& draft, Minutes minutes = Minutes(30)) {
  OfferingQuery query;
  query.home = draft.at('H');
  query.mode = Mode::walk;
  query.age = 9;
  query.minutes = minutes;
  return query;
}

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

namespace {

// Every offering, drawn at random from a few values, and a query of the same values.
void add_some(AtlasDraft& draft) {
  constexpr char const* themes[] = {"technology", "robotics", "chemistry", "nature", "music"};
  constexpr char const* times[] = {"elke woensdag 14:00-15:00", "elke za en zo 10:00-11:00", ""};
  auto const below = [](int most) { return *rc::gen::inRange(0, most); };
  for (int i = 0; i < 8; ++i) {
    Offering offering =
        draft.an_offering_at("AC"[below(2)]).titled(std::to_string(i)).about(themes[below(5)]);
    offering.schedule = *Schedule::parse(times[below(3)]);
    offering.stage = static_cast<Stage>(below(3));
    offering.price = Price{Euro{below(3) * 600}, Per::time};
    if (below(2)) offering.access.push_back(Access::wheelchair);
    if (below(2)) offering.access.push_back(Access::small_group);
    offering.languages = {*LanguageCode::parse(below(2) ? "nl" : "en")};
    draft.add(offering);
  }
}

OfferingQuery some_query(AtlasDraft const& draft) {
  auto const maybe = [] { return *rc::gen::inRange(0, 3) == 0; };
  auto query = from_home(draft, Minutes(maybe() ? 10 : 30));
  query.free = maybe();
  for (auto const* theme : {"technology", "robotics", "nature"}) {
    if (maybe()) query.themes.push_back(*ThemeCode::parse(theme));
  }
  if (maybe()) query.days.add(std::chrono::Wednesday);
  if (maybe()) query.stages.push_back(Stage::introduce);
  if (maybe()) query.access.push_back(Access::wheelchair);
  if (maybe()) query.languages.push_back(*LanguageCode::parse("nl"));
  if (maybe()) query.at_most = Euro{1'000};
  if (maybe())
    query.words = *rc::gen::element("music", "robotics nature", "1 robotcs", "technology", "iets leuks 3");
  return query;
}

}  // namespace

// The number beside a choice is the number on the page behind it.
RC_GTEST_PROP(Finder, counts_what_each_choice_would_show, ()) {
  AtlasDraft draft(canal_town);
  add_some(draft);
  auto const atlas = draft.atlas();
  auto const query = some_query(draft);
  auto const facets = find_offerings(atlas, query, noon).facets;
  auto const shown = [&](auto change) {
    auto then = query;
    change(then);
    return find_offerings(atlas, then, noon).offerings.size();
  };
  RC_ASSERT(facets.free == shown([](auto& then) { then.free = true; }));
  for (std::size_t i = 0; i < price_limits.size(); ++i) {
    RC_ASSERT(facets.at_most[i] == shown([&](auto& then) { then.at_most = Euro{price_limits[i] * 100}; }));
  }
  for (auto const& [theme, count] : facets.themes) {
    RC_ASSERT(count == shown([&, chosen = theme](auto& then) { then = with_theme(atlas, then, chosen); }));
  }
  for (unsigned day = 0; day < 7; ++day) {
    RC_ASSERT(facets.days[day] == shown([&](auto& then) { then.days.add(std::chrono::weekday(day)); }));
  }
  for (auto const& [stage, count] : facets.stages) {
    RC_ASSERT(count == shown([&, chosen = stage](auto& then) { then.stages.push_back(chosen); }));
  }
  for (auto const& [need, count] : facets.access) {
    RC_ASSERT(count == shown([&, chosen = need](auto& then) { then.access.push_back(chosen); }));
  }
  for (std::size_t i = 0; i < atlas.vocabulary().languages.size(); ++i) {
    auto const& code = atlas.vocabulary().languages[i].code;
    RC_ASSERT(facets.languages[i] == shown([&](auto& then) { then.languages.push_back(code); }));
  }
}

// The slow obvious finder, sentence by sentence on the records, finds the same.
RC_GTEST_PROP(Finder, agrees_with_the_records, ()) {
  AtlasDraft draft(canal_town);
  add_some(draft);
  auto const atlas = draft.atlas();
  auto const query = some_query(draft);
  std::vector<Id<Offering>> quick;
  for (auto const& one : find_offerings(atlas, query, noon).offerings)
    quick.push_back(atlas.catalogue()[one.offering].id);
  auto slow = slow_find(atlas, query, noon.today);
  std::ranges::sort(quick);
  std::ranges::sort(slow);
  RC_ASSERT(quick == slow);
}

// From homes all over a made town, for each age and several lengths of way.
TEST(Finder, finds_in_a_made_town_what_the_records_say) {
  MadeWorld made(2'000);
  auto const atlas = made.atlas();
  auto const homes = made.world().homes(0);
  ASSERT_GT(homes.size(), 100U);
  std::size_t found = 0;
  for (std::size_t i = 0; i < 24; ++i) {
    OfferingQuery query;
    query.home = homes[i * homes.size() / 24].point;
    query.age = 4 + static_cast<int>(i % 11);
    query.minutes = Minutes(5 + 5 * static_cast<int>(i % 5));
    query.mode = i % 2 ? Mode::walk : Mode::bike;
    if (i % 3 == 0) query.themes = {*ThemeCode::parse("sport")};
    if (i % 4 == 0) query.days.add(std::chrono::Wednesday);
    if (i % 2 == 0) query.words = i % 8 < 4 ? "bal en muziek" : "maken";
    if (i % 6 == 0) query.at_most = Euro{1'000};
    std::vector<Id<Offering>> quick;
    for (auto const& one : find_offerings(atlas, query, noon).offerings) {
      quick.push_back(atlas.catalogue()[one.offering].id);
    }
    auto slow = slow_find(atlas, query, noon.today);
    std::ranges::sort(quick);
    std::ranges::sort(slow);
    EXPECT_EQ(quick, slow) << "home " << i;
    found += quick.size();
  }
  EXPECT_GT(found, 100U);
}

TEST(Finder, takes_a_theme_instead_of_those_above_and_below_it) {
  auto const atlas = AtlasDraft(canal_town).atlas();
  auto const theme = [&](char const* code) { return *atlas.themes().find(*ThemeCode::parse(code)); };
  OfferingQuery query;
  query.themes = {*ThemeCode::parse("technology"), *ThemeCode::parse("music")};
  auto const narrower = with_theme(atlas, query, theme("robotics"));
  EXPECT_EQ(narrower.themes, (std::vector{*ThemeCode::parse("music"), *ThemeCode::parse("robotics")}));
  EXPECT_EQ(with_theme(atlas, narrower, theme("technology")).themes,
            (std::vector{*ThemeCode::parse("music"), *ThemeCode::parse("technology")}));
}

TEST(Finder, puts_what_cannot_be_joined_any_more_last) {
  AtlasDraft draft(canal_town);
  auto const add = [&](std::string title, auto change) {
    Offering offering = draft.an_offering_at('A').titled(std::move(title));
    change(offering);
    draft.add(offering);
  };
  add("a te laat", [](auto& offering) { offering.deadline = date(2026, 11, 16); });
  add("b vol", [](auto& offering) { offering.places_left = 0; });
  add("c wachtlijst", [](auto& offering) { offering.places_left = 0, offering.waiting_list = true; });
  add("d vandaag nog", [](auto& offering) { offering.deadline = date(2026, 11, 17); });
  EXPECT_EQ(found(draft, from_home(draft)), (Titles{"c wachtlijst", "d vandaag nog", "a te laat", "b vol"}));
}

TEST(Finder, calls_no_office_of_a_network_partner_a_place_to_go) {
  AtlasDraft draft(canal_town);
  draft.add_venue('A', draft.organisation());
  draft.add_venue('A', draft.add_organisation("Gemeente", {Role::network_partner}));
  EXPECT_EQ(find_offerings(draft.atlas(), from_home(draft), noon).places.size(), 1U);
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
  // Five euro a year asks as much to begin as five euro a time, and lasts longer.
  draft.add(draft.an_offering_at('C').titled("c").costing({Euro{500}, Per::year}));
  query.sort = Sort::cheapest;
  EXPECT_EQ(found(draft, query), (Titles{"a", "c", "b"}));
}

TEST(Finder, without_a_home_puts_the_soonest_first_and_says_so) {
  AtlasDraft draft(canal_town);
  draft.add(draft.an_offering_at('A').titled("a").when("elke zaterdag 10:00-11:00"));
  draft.add(draft.an_offering_at('C').titled("b").when("elke woensdag 14:00-15:00"));
  draft.add(draft.an_offering_at('C').titled("0 zonder dag"));
  OfferingQuery query;
  for (auto const wished : {std::optional<Sort>(), std::optional(Sort::nearest)}) {
    query.sort = wished;
    EXPECT_EQ(found(draft, query), (Titles{"b", "a", "0 zonder dag"}));
    EXPECT_EQ(find_offerings(draft.atlas(), query, noon).order, Sort::soonest);
  }
  query.home = draft.at('A');
  EXPECT_EQ(find_offerings(draft.atlas(), query, noon).order, Sort::nearest);
}

}  // namespace wegwijzer
