// SPDX-License-Identifier: EUPL-1.2
// One more activity adds what the same activity gives when it is there.
#include "opportunity/one_more.h"

#include <gtest/gtest.h>

#include "kit/drawn_atlas.h"
#include "opportunity/changes.h"

namespace wegwijzer {

namespace {

Date const day_of_one_more = date(2026, 11, 24);

// One buurt, and two places that offer nothing yet.
class TwoPlaces {
 public:
  // Where there is a C, the places are in another buurt than the home.
  explicit TwoPlaces(std::string const& streets = "H----------A---B") : draft_(streets) {
    if (streets.ends_with('C')) {
      draft_.add_buurt_between('H', 'H', "BU00010101", "Het Eind");
      draft_.add_buurt_between('A', 'C', "BU00010102", "Het Begin");
    } else {
      draft_.add_buurt_between('H', 'B', "BU00010101", "Het Eind");
    }
    draft_.add_home('H', "BU00010101", 9, 10);
    draft_.add_home('H', "BU00010101", 12, 10);
    near_ = draft_.add_venue('A', draft_.add_organisation("Dichtbij"));
    far_ = draft_.add_venue('B', draft_.add_organisation("Verderop"));
  }

  OpportunityModel model() const {
    return {std::make_shared<Atlas const>(draft_.atlas()), OpportunityParameters(), day_of_one_more, 1};
  }

  std::vector<OneMore> places(ChildProfile const& child) const {
    auto const model = this->model();
    return best_places_for_one_more(model, model.homes()[0].area, std::span(&child, 1), 3);
  }

  // What it gives when somebody really does it.
  double when_there(OneMore const& one, ChildProfile const& child) {
    Offering offering = draft_.an_offering_at('A').titled("Nieuw").for_ages(4, 14);
    auto const thought_of = one_more_offering(one.when);
    offering.venue = near_;
    offering.organisation = draft_.venue(near_).organisation.value();
    offering.price = thought_of.price;
    offering.schedule = thought_of.schedule;
    offering.languages = {*LanguageCode::parse("nl"), *LanguageCode::parse("en")};
    for (auto const& [need, name] : choices<Access>) offering.access.push_back(need);
    offering.expect = "Je krijgt een rondleiding.";
    offering.meets = "de trainer, Sanne";
    offering.role_models = {RoleModel::older_children};
    offering.trial_lesson = true;
    draft_.add(offering);
    auto const model = this->model();
    auto const parts = taken_apart(model, model.homes()[0].area, std::span(&child, 1));
    return parts.empty() ? 0 : parts.front().funnel.supported;
  }

  Id<Venue> near() const { return near_; }

 private:
  AtlasDraft draft_;
  Id<Venue> near_;
  Id<Venue> far_;
};

}  // namespace

TEST(OneMore, adds_most_where_children_come_easily) {
  TwoPlaces const two;
  auto const found = two.places({12, Going::on_foot});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(two.model().atlas().catalogue()[found[0].venue].id, two.near());
  EXPECT_GT(found[0].gain, found[1].gain);
  EXPECT_EQ(found[0].when, WeekMoment::wednesday_afternoon) << "as good as Saturday";
}

TEST(OneMore, is_when_children_are_not_in_after_school_care) {
  EXPECT_EQ(TwoPlaces().places({9, Going::on_foot})[0].when, WeekMoment::saturday_morning);
}

TEST(OneMore, is_when_a_grown_up_can_come_along) {
  EXPECT_EQ(TwoPlaces().places({9, Going::with_parent})[0].when, WeekMoment::saturday_morning);
}

TEST(OneMore, adds_what_it_gives_when_it_is_there) {
  ChildProfile needing{9, Going::own_bicycle, Purse::little, HomeLanguage::other};
  needing.particulars = {access_bits({Access::wheelchair}),
                         language_bit(*a_vocabulary(), *LanguageCode::parse("en"))};
  for (ChildProfile const& child : {ChildProfile{9, Going::on_foot, Purse::little},
                                    ChildProfile{9, Going::with_parent, Purse::enough}, needing}) {
    for (auto const* buurt : {"H----------A---B", "H----------A---B--C"}) {
      auto const best = TwoPlaces(buurt).places(child).front();
      auto const there = TwoPlaces(buurt).when_there(best, child);
      EXPECT_GT(there, 0.01);
      EXPECT_NEAR(best.gain, there, 1e-12);
    }
  }
}

}  // namespace wegwijzer
