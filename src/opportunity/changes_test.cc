// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/changes.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <map>

#include "kit/drawn_atlas.h"
#include "kit/made_world.h"
#include "opportunity/analysis.h"

namespace wegwijzer {

namespace {

Date const a_tuesday = date(2026, 11, 24);

// A street in one buurt, or another way from H to A and B, with ten children of nine at H, and a club of five
// seats at A, 400 m away, that is free, every Saturday, and told of in a newsletter which two in five
// families get.
class OneClub {
 public:
  explicit OneClub(std::string const& streets = "H---A---B") : draft_(streets) {
    draft_.add_buurt_between('H', 'B', "BU00010101", "Het Eind");
    draft_.add_home('H', "BU00010101", 9, 10);
    Offering club = draft_.an_offering_at('A')
                        .titled("Robotclub")
                        .for_ages(8, 12)
                        .costing({})
                        .when("elke zaterdag 10:00-12:00");
    club.kind = OfferingKind::club;
    club.capacity = 5;
    club_ = draft_.add(club);
    auto newsletter = a_channel(draft_.new_id<Channel>(), {draft_.organisation()});
    newsletter.families = *Percent::parse("40");
    draft_.network().channels.push_back(newsletter);
  }

  AtlasDraft& draft() { return draft_; }

  Offering& club() { return draft_.offering(club_); }

  OpportunityModel model() const {
    return {std::make_shared<Atlas const>(draft_.atlas()), OpportunityParameters(), a_tuesday, 1};
  }

 private:
  AtlasDraft draft_;
  Id<Offering> club_;
};

std::vector<Factors> factors_of(OpportunityModel const& model, ChildProfile const& child) {
  std::vector<Factors> all;
  ExperienceOf asking(model);
  asking.for_each(model.homes()[0].area, model.reached(0, child.travel()), ProfileTable(model, child),
                  [&](std::size_t, Factors const& factors) { all.push_back(factors); });
  return all;
}

constexpr ChildProfile on_foot{9, Going::on_foot, Purse::enough, HomeLanguage::dutch};

}  // namespace

// Walking 100 m takes a child of nine 80 seconds, so A lies at 320: 2^(-320/600) is left of it. All ten
// children come to the only club, which has a seat for half of them. Of twenty families eight get the
// newsletter; of the rest one in ten passes by, and of those left one in twenty finds it: unseen are 0.6 ·
// 0.9 · 0.95. On the list of welcome are its language (2) and its place in the own area (2), of fourteen.
// Parents encourage six in ten.
TEST(Factors, of_one_club_are_those_reckoned_by_hand) {
  auto const all = factors_of(OneClub().model(), on_foot);
  ASSERT_EQ(all.size(), 1U);
  auto const& club = all[0];
  EXPECT_NEAR(club.presence, std::exp2(-320.0 / 600) * 0.5, 1e-12);
  EXPECT_NEAR(club.visibility, 1 - 0.6 * 0.9 * 0.95, 1e-12);
  EXPECT_NEAR(club.welcome, 0.4 + 0.6 * 4 / 14, 1e-12);
  EXPECT_EQ(club.access, 1);
  EXPECT_NEAR(club.support, 0.3 + 0.7 * 0.6, 1e-12);
  EXPECT_NEAR(club.experienced(), 0.34548 * 0.487 * (0.4 + 0.6 * 4 / 14) * 0.72, 1e-5);
}

TEST(Factors, know_each_barrier) {
  OneClub one;
  auto& club = one.club();
  club.price = Price{{8'000}, Per::month};
  club.schedule = *Schedule::parse("elke maandag 18:00-19:00");
  club.languages = {*LanguageCode::parse("nl")};
  ChildProfile child{7, Going::with_parent, Purse::little, HomeLanguage::other};
  club.ages = AgeRange{6, 8};
  child.particulars.needs = access_bits({Access::wheelchair, Access::small_group});
  club.access = {Access::wheelchair};
  auto const all = factors_of(one.model(), child);
  ASSERT_EQ(all.size(), 1U);
  auto const& barriers = all[0].barriers;
  EXPECT_DOUBLE_EQ(barriers[Barrier::price], 10.0 / 80);
  EXPECT_EQ(barriers[Barrier::time], 0.5);     // an evening, below nine
  EXPECT_EQ(barriers[Barrier::company], 0.7);  // a grown-up is free
  EXPECT_EQ(barriers[Barrier::route], 1);      // and comes along
  EXPECT_EQ(barriers[Barrier::language], 0.3);
  EXPECT_EQ(barriers[Barrier::needs], 0.3);  // one of the two is not met
  club.funds = {*FundCode::parse("stadjerspas")};
  EXPECT_EQ(factors_of(one.model(), child)[0].barriers[Barrier::price], 0.6);
}

TEST(Factors, know_whether_the_language_of_the_child_is_spoken) {
  OneClub one;
  one.club().languages = {*LanguageCode::parse("nl"), *LanguageCode::parse("en")};
  ChildProfile child{9, Going::on_foot, Purse::enough, HomeLanguage::other};
  EXPECT_EQ(factors_of(one.model(), child)[0].barriers[Barrier::language], 0.6) << "perhaps";
  child.particulars.tongues = language_bit(*a_vocabulary(), *LanguageCode::parse("en"));
  EXPECT_EQ(factors_of(one.model(), child)[0].barriers[Barrier::language], 1);
  one.club().languages = {*LanguageCode::parse("nl")};
  EXPECT_EQ(factors_of(one.model(), child)[0].barriers[Barrier::language], 0.3);
}

TEST(Factors, count_after_school_care) {
  OneClub one;
  one.club().schedule = *Schedule::parse("elke dinsdag 15:00-16:00, niet in schoolvakanties");
  one.club().ages = AgeRange{8, 12};
  auto const left = [&](ChildProfile const& child) { return factors_of(one.model(), child)[0].barriers; };
  EXPECT_DOUBLE_EQ(left({9, Going::on_foot})[Barrier::time], 0.85);
  EXPECT_EQ(left({12, Going::on_foot})[Barrier::time], 1);
  EXPECT_EQ(left({9, Going::with_parent})[Barrier::time], 1) << "in whose hands it is";
  EXPECT_EQ(left({9, Going::with_parent})[Barrier::company], 0.4);
}

TEST(Factors, let_nobody_through_in_school_hours) {
  OneClub one;
  one.club().schedule = *Schedule::parse("elke maandag 10:00-11:00, niet in schoolvakanties");
  EXPECT_EQ(factors_of(one.model(), on_foot)[0].experienced(), 0);
}

TEST(Factors, count_a_way_that_is_too_long_to_go_alone) {
  OneClub one;
  one.club().ages = AgeRange{6, 8};
  // At seven one walks 100 m in 90 seconds: 400 m take 6 minutes, of which 8 may be; B is at 12.
  ChildProfile const child{7, Going::on_foot};
  EXPECT_EQ(factors_of(one.model(), child)[0].barriers[Barrier::route], 1);
  one.club().venue = one.draft().add_venue('B');
  EXPECT_DOUBLE_EQ(factors_of(one.model(), child)[0].barriers[Barrier::route], 8.0 / 12);
}

namespace {

double left_by_route(std::string const& streets, ChildProfile const& child) {
  return factors_of(OneClub(streets).model(), child).at(0).barriers[Barrier::route];
}

constexpr auto busy_to_club = "H%%%%%%%%%%A-B";

}  // namespace

// 1,100 m of fast traffic: riding takes 60 + 330 s at nine, pushing the bicycle 60 + 1,100, of which 900 may
// be.
TEST(Factors, count_that_a_child_alone_does_not_ride_among_fast_traffic) {
  ChildProfile const child{9, Going::own_bicycle};
  EXPECT_DOUBLE_EQ(left_by_route(busy_to_club, child), 900.0 / 1'160);
  EXPECT_EQ(left_by_route("H----------A-B", child), 1);
  EXPECT_NEAR(factors_of(OneClub(busy_to_club).model(), child)[0].presence, std::exp2(-390.0 / 600) * 0.5,
              1e-12);
}

TEST(Factors, let_others_pass_along_fast_traffic) {
  EXPECT_EQ(left_by_route(busy_to_club, {9, Going::with_parent}), 1);
  EXPECT_EQ(left_by_route(busy_to_club, {12, Going::own_bicycle}), 1);
  EXPECT_EQ(left_by_route(busy_to_club, {9, Going::on_foot}), 1);  // 880 s
}

// 1,100 m along which there is nowhere to walk: who walks alone has no way there, but a grown-up may come
// along and from twelve on one walks all the same. A way round of 1,500 m takes 1,200 s, of which 900 may be.
TEST(Factors, count_that_a_child_alone_does_not_walk_among_fast_traffic) {
  auto constexpr unsafe = "H!!!!!!!!!!A-B";
  EXPECT_DOUBLE_EQ(left_by_route(unsafe, {9, Going::on_foot}), 0.1);
  EXPECT_EQ(left_by_route(unsafe, {9, Going::with_parent}), 1);
  EXPECT_EQ(left_by_route(unsafe, {12, Going::on_foot}), 1);
  auto constexpr way_round =
      "H!!!!!!!!!!A-B\n"
      "|          |  \n"
      "+----------+  ";
  EXPECT_DOUBLE_EQ(left_by_route(way_round, {9, Going::on_foot}), 900.0 / 1'200);
}

// Pushing takes 1,960 s, more than half an hour.
TEST(Factors, leave_little_where_no_calm_way_is_within_the_longest_journey) {
  EXPECT_EQ(left_by_route("H%%%%%%%%%%%%%%%%%%A-B", {9, Going::own_bicycle}), 0.1);
}

// Three in four pupils go to a school that works with the club, and a neighbourhood team refers to it. Of ten
// children six have parents who encourage. A teacher points on 0.3 of those whose school knows the club, 0.45
// when trained; the team 0.2, or 0.35.
TEST(Factors, of_guidance_are_more_where_talent_spotters_are_trained) {
  OneClub one;
  auto& draft = one.draft();
  auto const school = draft.add_organisation("School"), other = draft.add_organisation("Andere school");
  auto const team = draft.add_organisation("Wijkteam");
  auto const buurt = *AreaCode::parse("BU00010101");
  draft.venue(draft.add_venue('B', school)).catchment = {{buurt, 30}};
  draft.venue(draft.add_venue('B', other)).catchment = {{buurt, 10}};
  auto const join = [&](Id<Organisation> from, CollaborationKind kind) {
    draft.network().collaborations.push_back(
        a_collaboration(draft.new_id<Collaboration>(), from, draft.organisation()));
    draft.network().collaborations.back().kind = kind;
  };
  join(school, CollaborationKind::works_together);
  join(team, CollaborationKind::refers_to);
  auto const unguided = [&] { return (1 - factors_of(one.model(), on_foot)[0].support) / 0.7; };
  EXPECT_NEAR(unguided(), 0.4 * (1 - 0.75 * 0.3) * (1 - 0.2), 1e-12);
  draft.organisation_of(school).trained_spotters = true;
  EXPECT_NEAR(unguided(), 0.4 * (1 - 0.75 * 0.45) * (1 - 0.2), 1e-12);
  draft.organisation_of(team).trained_spotters = true;
  EXPECT_NEAR(unguided(), 0.4 * (1 - 0.75 * 0.45) * (1 - 0.35), 1e-12);
  // Who does not know the club points nobody to it; the club itself does so to the next step.
  draft.organisation_of(other).trained_spotters = true;
  draft.provider().trained_spotters = true;
  EXPECT_NEAR(unguided(), 0.4 * (1 - 0.75 * 0.45) * (1 - 0.35), 1e-12);
  draft.organisation_of(school).trained_spotters = false;  // as when nobody said so
  EXPECT_NEAR(unguided(), 0.4 * (1 - 0.75 * 0.3) * (1 - 0.35), 1e-12);
}

TEST(Factors, of_guidance_are_never_less_by_training_whatever_a_municipality_sets) {
  OpportunityParameters set;
  set.teacher_trained = 0.1;
  set.guide_refers_trained = 0.05;
  KnownThere const untrained{.organisation = Index<Organisation>(0), .informed = 0.5};
  auto trained = untrained;
  trained.by_spotters = 0.5;
  EXPECT_DOUBLE_EQ(guidance(trained, Guides::trained, on_foot, set),
                   guidance(untrained, Guides::untrained, on_foot, set));
}

TEST(Change, that_helps_most_is_found) {
  OneClub one;
  auto& club = one.club();
  club.price = Price{{40'000}, Per::month};  // a tenth of it can be paid
  auto const model = one.model();
  auto const area = model.homes()[0].area;
  auto const parts = taken_apart(model, area, std::span(&on_foot, 1));
  auto const best = best_changes(parts, 3);
  ASSERT_EQ(best.size(), 1U);
  EXPECT_EQ(best[0].lever, Lever::price);
  auto const x = factors_of(model, on_foot)[0].experienced();
  EXPECT_NEAR(best[0].gain, 9 * x, 1e-12);  // ten times as much without it
  auto const gains = gains_of_levers(parts);
  EXPECT_NEAR(gains[static_cast<std::size_t>(Lever::seats)], x,
              1e-12);  // a seat for all instead of half of them
  EXPECT_EQ(gains[static_cast<std::size_t>(Lever::time)], 0);
}

TEST(Change, gains_are_what_is_reckoned_anew) {
  auto const atlas = std::make_shared<Atlas const>(MadeWorld(350, 1, 5).atlas());
  OpportunityModel const model(atlas, {}, a_tuesday, 1);
  ChildProfile const child{12, Going::with_parent, Purse::little, HomeLanguage::other};
  ProfileTable const table(model, child);
  ExperienceOf asking(model);
  asking.for_each(model.homes()[0].area, model.reached(0, child.travel()), table,
                  [&](std::size_t candidate, Factors const& factors) {
                    for (auto const& [lever, name] : choices<Lever>) {
                      auto changed = factors;
                      auto const seats = model.seats_per_child(candidate);
                      if (lever == Lever::seats) changed.presence /= std::min(1.0, seats);
                      if (lever == Lever::visibility) changed.visibility = 1;
                      if (lever == Lever::welcome) changed.welcome = 1;
                      if (lever == Lever::guidance) changed.support = 1;
                      if (static_cast<std::size_t>(lever) < barrier_count) {
                        changed.barriers[static_cast<Barrier>(lever)] = 1;
                      }
                      changed.access = changed.barriers.access();
                      EXPECT_NEAR(gain(factors, seats, lever), changed.experienced() - factors.experienced(),
                                  1e-14);
                    }
                  });
}

TEST(Change, parts_add_up_to_the_funnel) {
  auto const atlas = std::make_shared<Atlas const>(MadeWorld(350, 1, 5).atlas());
  auto const model = std::make_shared<OpportunityModel const>(atlas, OpportunityParameters(), a_tuesday, 1);
  OpportunityAnalysis const analysis(model, std::nullopt, 1);
  for (auto const area : analysis.areas()) {
    for (std::size_t p = 0; p < standard_profiles().size(); p += 7) {
      auto const& child = standard_profiles()[p];
      auto const whole = *analysis.of(area, p);
      auto const parts = taken_apart(*model, area, std::span(&child, 1));
      Funnel sum;
      for (auto const& part : parts) {
        sum.within_reach += part.funnel.within_reach;
        sum.possible += part.funnel.possible;
        sum.supported += part.funnel.supported;
      }
      EXPECT_NEAR(sum.within_reach, whole.funnel.within_reach, 1e-9);
      EXPECT_NEAR(sum.possible, whole.funnel.possible, 1e-9);
      EXPECT_NEAR(sum.supported, whole.funnel.supported, 1e-9);
    }
  }
}

TEST(Change, of_factors_multiplies_to_that_of_the_whole) {
  Funnel const here{100, 40, 10, 5, 3, 2}, there{100, 50, 20, 16, 8, 4};
  auto const ratios = against(here, there);
  EXPECT_DOUBLE_EQ(ratios[0], 0.8);         // 0.4 against 0.5
  EXPECT_DOUBLE_EQ(ratios[1], 0.25 / 0.4);  // of what is near, what is known
  EXPECT_DOUBLE_EQ(ratios[2], 0.5 / 0.8);   // of that, what is welcoming
  EXPECT_DOUBLE_EQ(ratios[3], 0.6 / 0.5);   // of that, what is possible
  EXPECT_DOUBLE_EQ(ratios[4], (2.0 / 3) / 0.5);
  double product = 1;
  for (auto const ratio : ratios) product *= ratio;
  EXPECT_NEAR(product, 2.0 / 4, 1e-12);
}

namespace {

// What every standard profile at every home experiences of every offering, by its id.
using Experienced = std::map<std::tuple<GeoPoint, std::size_t, Id<Offering>>, double>;

Experienced experienced_in(AtlasSource source) {
  auto const atlas = std::make_shared<Atlas const>(std::move(source));
  OpportunityParameters parameters;
  parameters.square = 500;
  OpportunityModel const model(atlas, parameters, a_tuesday, 1);
  ExperienceOf asking(model);
  Experienced all;
  for (std::size_t p = 0; p < standard_profiles().size(); p += 5) {
    ProfileTable const table(model, standard_profiles()[p]);
    for (std::size_t home = 0; home < model.homes().size(); ++home) {
      auto const& [area, point, children] = model.homes()[home];
      asking.for_each(area, model.reached(home, table.child().travel()), table,
                      [&](std::size_t candidate, Factors const& factors) {
                        auto const& offering = atlas->catalogue()[model.candidates()[candidate].offering];
                        all[{point, p, offering.id}] = factors.experienced();
                      });
    }
  }
  return all;
}

AtlasSource a_village() {
  static auto const source = MadeWorld(200, 1, 3).source();
  return source;
}

Offering& any_offering(AtlasSource& source) {
  auto& offerings = source.records[0].offerings;
  return offerings[*rc::gen::inRange<std::size_t>(0, offerings.size())];
}

void lowers_nobody(Experienced const& before, Experienced const& after) {
  RC_ASSERT(before.size() == after.size());
  for (auto const& [who, x] : before) RC_ASSERT(after.at(who) >= x * (1 - 1e-12));
}

}  // namespace

RC_GTEST_PROP(Opportunity, of_nobody_falls_with_an_added_seat, ()) {
  auto source = a_village();
  auto& offering = any_offering(source);
  auto const before = experienced_in(source);
  if (offering.capacity) ++*offering.capacity;
  lowers_nobody(before, experienced_in(source));
}

RC_GTEST_PROP(Opportunity, of_nobody_falls_with_a_barrier_taken_away, ()) {
  auto source = a_village();
  auto& offering = any_offering(source);
  auto const before = experienced_in(source);
  offering.price = Price{};
  offering.access = {Access::wheelchair, Access::low_stimulus, Access::special_education,
                     Access::hearing,    Access::sight,        Access::small_group};
  offering.company = Company::either;
  lowers_nobody(before, experienced_in(source));
}

RC_GTEST_PROP(Opportunity, of_nobody_falls_when_somebody_is_trained, ()) {
  auto source = a_village();
  auto& organisations = source.records[0].organisations;
  auto const trains_some = [&] {
    for (auto& one : organisations) {
      if (*rc::gen::arbitrary<bool>()) one.trained_spotters = true;
    }
  };
  for (auto& one : organisations) one.trained_spotters.reset();
  trains_some();
  auto const before = experienced_in(source);
  trains_some();
  lowers_nobody(before, experienced_in(source));
}

RC_GTEST_PROP(Opportunity, of_nobody_falls_when_one_more_role_model_is_told_of, ()) {
  auto source = a_village();
  auto& offering = any_offering(source);
  auto const before = experienced_in(source);
  offering.role_models.push_back(*rc::gen::elementOf(std::vector{
      RoleModel::older_children, RoleModel::from_area, RoleModel::home_languages, RoleModel::women_and_men}));
  lowers_nobody(before, experienced_in(source));
}

TEST(Opportunity, does_not_depend_on_the_order_of_records) {
  auto source = a_village();
  auto const before = experienced_in(source);
  auto& records = source.records[0];
  std::ranges::reverse(records.organisations);
  std::ranges::reverse(records.venues);
  std::ranges::reverse(records.offerings);
  std::ranges::reverse(records.network.channels);
  std::ranges::reverse(records.network.collaborations);
  auto const after = experienced_in(source);
  ASSERT_EQ(before.size(), after.size());
  for (auto const& [who, x] : before) EXPECT_NEAR(after.at(who), x, 1e-12 * x);
}

}  // namespace wegwijzer
