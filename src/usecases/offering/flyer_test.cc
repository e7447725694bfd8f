// SPDX-License-Identifier: EUPL-1.2
#include "usecases/offering/flyer.h"

#include <gmock/gmock.h>

#include "kit/drawn_atlas.h"

namespace wegwijzer {

namespace {

Moment const now{date(2026, 11, 24), {600}};

class FlyerChoiceTest : public testing::Test {
 protected:
  Offering fresh(OfferingBuilder builder) {
    Offering offering = std::move(builder);
    offering.confirmed_on = now.today;
    return offering;
  }

  std::vector<std::string> titles(OfferingQuery const& query, std::size_t most) {
    auto const atlas = draft_.atlas();
    std::vector<std::string> found;
    for (auto const& theme : rank_for_flyer(atlas, query, now, most).first(most).themes) {
      for (auto const& one : theme.offerings) found.push_back(atlas.catalogue()[one.offering].title);
    }
    return found;
  }

  AtlasDraft draft_{"H---A---B"};
};

}  // namespace

TEST_F(FlyerChoiceTest, shows_many_themes_rather_than_much_of_one) {
  for (auto const* title : {"Robots 1", "Robots 2", "Robots 3"}) {
    draft_.add(fresh(draft_.an_offering_at('A').titled(title).when("elke woensdag 14:00-15:00")));
  }
  auto singing =
      fresh(draft_.an_offering_at('B').titled("Zingen").about("music").when("elke vrijdag 14:00-15:00"));
  singing.organisation = draft_.add_organisation("Koor");
  draft_.add(singing);
  EXPECT_THAT(titles({}, 2), testing::UnorderedElementsAre("Robots 1", "Zingen"));
}

TEST_F(FlyerChoiceTest, leaves_out_what_is_full_closed_over_or_long_unconfirmed) {
  auto const add = [&](char const* title, auto change) {
    auto offering = fresh(draft_.an_offering_at('A').titled(title).when("elke woensdag 14:00-15:00"));
    change(offering);
    draft_.add(offering);
  };
  add("Open", [](auto&) {});
  add("Vol", [](auto& it) { it.places_left = 0; });
  add("Wachtlijst", [](auto& it) { it.places_left = 0, it.waiting_list = true; });
  add("Gesloten", [](auto& it) { it.deadline = now.today - std::chrono::days(1); });
  add("Oud", [](auto& it) { it.confirmed_on = now.today - std::chrono::days(184); });
  add("Nooit nagekeken", [](auto& it) { it.confirmed_on.reset(); });
  add("Voorbij", [](auto& it) { it.schedule = *Schedule::parse("23 november 2026 14:00-15:00"); });
  EXPECT_THAT(titles({}, 10), testing::ElementsAre("Open"));
}

TEST_F(FlyerChoiceTest, says_how_much_it_leaves_out) {
  for (int i = 0; i < 5; ++i) draft_.add(fresh(draft_.an_offering_at('A').when("elke woensdag 14:00-15:00")));
  auto const choice = rank_for_flyer(draft_.atlas(), {}, now, 2).first(2);
  EXPECT_EQ(choice.chosen, 2U);
  EXPECT_EQ(choice.left_out(), 3U);
}

TEST_F(FlyerChoiceTest, of_two_alike_takes_the_nearer_the_cheaper_and_the_sooner) {
  OfferingQuery from_home;
  from_home.home = draft_.at('H');
  draft_.add(fresh(draft_.an_offering_at('B').titled("Ver").when("elke woensdag 14:00-15:00")));
  draft_.add(fresh(draft_.an_offering_at('A').titled("Dichtbij").when("elke woensdag 14:00-15:00")));
  EXPECT_THAT(titles(from_home, 1), testing::ElementsAre("Dichtbij"));

  draft_.add(fresh(draft_.an_offering_at('A')
                       .titled("Gratis")
                       .costing(Price{Euro{0}, Per::time})
                       .when("elke woensdag 14:00-15:00")));
  EXPECT_THAT(titles(from_home, 1), testing::ElementsAre("Gratis"));

  draft_.add(fresh(draft_.an_offering_at('A')
                       .titled("Vandaag")
                       .costing(Price{Euro{0}, Per::time})
                       .when("elke dinsdag 14:00-15:00")));  // 24 November 2026 is a Tuesday
  EXPECT_THAT(titles(from_home, 1), testing::ElementsAre("Vandaag"));
}

TEST_F(FlyerChoiceTest, of_one_theme_groups_by_what_is_below_it) {
  OfferingQuery query;
  query.themes = {*ThemeCode::parse("technology")};
  draft_.add(fresh(draft_.an_offering_at('A').about("chemistry").when("elke woensdag 14:00-15:00")));
  draft_.add(fresh(draft_.an_offering_at('A').about("robotics").when("elke woensdag 14:00-15:00")));
  draft_.add(fresh(draft_.an_offering_at('A').about("music").when("elke woensdag 14:00-15:00")));
  auto const atlas = draft_.atlas();
  std::vector<std::string> names;
  for (auto const& group : rank_for_flyer(atlas, query, now, 8).first(8).themes) {
    names.push_back(atlas.themes()[group.theme.value()].code.text());
  }
  EXPECT_THAT(names, testing::ElementsAre("robotics", "chemistry"));  // the order of the vocabulary
}

}  // namespace wegwijzer
