// SPDX-License-Identifier: EUPL-1.2
#include "usecases/offering/for_child.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kit/found_titles.h"

namespace wegwijzer {

namespace {

// A child of 9 walks the 400 m from H to A in 320 s, to B in 640, to C in 960.
constexpr auto child_street = "H---A---B---C";

OfferingQuery a_child(AtlasDraft const& draft, Minutes minutes) {
  OfferingQuery query;
  query.home = draft.at('H');
  query.mode = Mode::walk;
  query.age = 9;
  query.minutes = minutes;
  return query;
}

Offering at_home(AtlasDraft& draft, std::string title, char const* theme) {
  Offering offering = draft.an_offering_at('A').titled(std::move(title)).about(theme);
  offering.venue.reset();
  offering.where = Where::at_home;
  return offering;
}

}  // namespace

TEST(ForChild, is_a_handful_of_as_many_organisations_as_there_are) {
  AtlasDraft draft(child_street);
  for (int i = 0; i < 8; ++i) draft.add(draft.an_offering_at('A').titled("huis " + std::to_string(i)));
  Offering other = draft.an_offering_at('B').titled("een ander, verder weg");
  other.organisation = draft.add_organisation("Muziekhuis");
  other.themes = {*ThemeCode::parse("music")};
  draft.add(other);
  auto const atlas = draft.atlas();
  auto const found = find_for_child(atlas, a_child(draft, Minutes(20)), noon);
  // Round one: the nearest of the first house and the one of the other; after that the first house goes on.
  EXPECT_EQ(titles(atlas, found.near),
            (Titles{"huis 0", "een ander, verder weg", "huis 1", "huis 2", "huis 3", "huis 4"}));
}

TEST(ForChild, looks_further_when_little_is_near) {
  AtlasDraft draft(child_street);
  draft.add(draft.an_offering_at('A').titled("dichtbij"));
  draft.add(draft.an_offering_at('C').titled("verder"));
  auto const atlas = draft.atlas();
  auto const found = find_for_child(atlas, a_child(draft, Minutes(6)), noon);  // 360 s: A only
  EXPECT_EQ(titles(atlas, found.near), Titles{"dichtbij"});
  EXPECT_EQ(titles(atlas, found.further), Titles{"verder"});
  EXPECT_EQ(found.further[0].travel, Tenths(9'600));
}

TEST(ForChild, offers_something_for_at_home_of_another_theme_rather_than_nothing) {
  AtlasDraft draft(child_street);
  draft.add(at_home(draft, "een proefje", "chemistry"));
  auto const atlas = draft.atlas();
  auto query = a_child(draft, Minutes(20));
  query.themes = {*ThemeCode::parse("chemistry")};
  auto const of_theme = find_for_child(atlas, query, noon);
  EXPECT_EQ(titles(atlas, of_theme.at_home), Titles{"een proefje"});
  EXPECT_TRUE(of_theme.at_home_of_theme);
  query.themes = {*ThemeCode::parse("music")};
  auto const of_any = find_for_child(atlas, query, noon);
  EXPECT_TRUE(of_any.near.empty());
  EXPECT_EQ(titles(atlas, of_any.at_home), Titles{"een proefje"});
  EXPECT_FALSE(of_any.at_home_of_theme);
}

TEST(ForChild, names_the_nearest_library_and_only_without_one_another_open_house) {
  AtlasDraft draft(child_street);
  auto const centre = draft.add_venue_of_kind('A', "community-centre", "De Brink");
  {
    auto const atlas = draft.atlas();
    auto const found = find_for_child(atlas, a_child(draft, Minutes(5)), noon);
    ASSERT_TRUE(found.to_ask);
    EXPECT_EQ(atlas.catalogue()[found.to_ask->venue].id, centre);
    EXPECT_EQ(found.to_ask->travel, Tenths(3'200));
  }
  auto const library = draft.add_venue_of_kind('C', "library", "Bieb");
  draft.add_venue_of_kind('B', "school", "De Regenboog");
  auto const atlas = draft.atlas();
  EXPECT_EQ(atlas.catalogue()[find_for_child(atlas, a_child(draft, Minutes(5)), noon).to_ask->venue].id,
            library);
}

TEST(ForChild, leaves_out_what_is_full_or_closed) {
  AtlasDraft draft(child_street);
  Offering full = draft.an_offering_at('A').titled("vol");
  full.places_left = 0;
  draft.add(full);
  Offering closed = draft.an_offering_at('A').titled("te laat");
  closed.deadline = noon.today - std::chrono::days(1);
  draft.add(closed);
  auto const atlas = draft.atlas();
  EXPECT_TRUE(find_for_child(atlas, a_child(draft, Minutes(20)), noon).near.empty());
}

// Whatever there is: nothing comes twice, and what is shown near is what the finder finds.
RC_GTEST_PROP(ForChild, shows_only_what_the_finder_finds_and_nothing_twice, ()) {
  AtlasDraft draft(child_street);
  auto const count = *rc::gen::inRange(0, 12);
  for (int i = 0; i < count; ++i) {
    char const* const theme = *rc::gen::element("music", "nature", "robotics");
    draft.add(draft.an_offering_at(*rc::gen::element('A', 'B', 'C')).titled(std::to_string(i)).about(theme));
  }
  auto const atlas = draft.atlas();
  auto const query = a_child(draft, Minutes(*rc::gen::inRange(5, 20)));
  auto const found = find_for_child(atlas, query, noon);
  auto const all = find_offerings(atlas, query, noon).offerings;
  std::set<Index<Offering>> seen;
  for (auto const& one : found.near) {
    RC_ASSERT(std::ranges::find(all, one.offering, &FoundOffering::offering) != all.end());
    RC_ASSERT(seen.insert(one.offering).second);
  }
  for (auto const& one : found.further) RC_ASSERT(seen.insert(one.offering).second);
  RC_ASSERT(found.near.size() == std::min(all.size(), most_for_child));
}

}  // namespace wegwijzer
