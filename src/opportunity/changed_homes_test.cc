// SPDX-License-Identifier: EUPL-1.2
// After a change of offerings what was reckoned is kept, and is what it would be if all were reckoned anew.
#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <random>

#include "kit/drawn_atlas.h"
#include "kit/made_world.h"
#include "opportunity/analysis.h"

namespace wegwijzer {

namespace {

Date const day_of_change = date(2026, 11, 24);

AtlasSource const& town_to_change() {
  static auto const source = MadeWorld(600).source();
  return source;
}

std::shared_ptr<Atlas const> atlas_of(AtlasSource source, Atlas const* before) {
  if (before) source.street_maps = before->streets().maps();
  return std::make_shared<Atlas const>(std::move(source));
}

std::shared_ptr<OpportunityModel const> model_of(std::shared_ptr<Atlas const> atlas,
                                                 OpportunityModel const* before) {
  return std::make_shared<OpportunityModel const>(std::move(atlas), OpportunityParameters(), day_of_change, 1,
                                                  ModelWatch(), before);
}

// A few of all profiles, so that each age and way is among them.
std::vector<std::size_t> some_profiles() {
  std::vector<std::size_t> some;
  for (std::size_t i = 0; i < standard_profiles().size(); i += 5) some.push_back(i);
  return some;
}

std::shared_ptr<OpportunityAnalysis const> analysed(std::shared_ptr<OpportunityModel const> model) {
  auto const analysis = std::make_shared<OpportunityAnalysis const>(std::move(model), std::nullopt, 1);
  for (auto const profile : some_profiles()) analysis->reckon(profile, {});
  return analysis;
}

void expect_near(double kept, double anew, char const* what) {
  EXPECT_LE(std::abs(kept - anew), 1e-12 * std::abs(anew)) << what << ": " << kept << " " << anew;
  EXPECT_EQ(kept == 0, anew == 0) << what;
}

template <std::size_t count>
void expect_near(std::array<double, count> const& kept, std::array<double, count> const& anew,
                 char const* what) {
  for (std::size_t i = 0; i < count; ++i) expect_near(kept[i], anew[i], what);
}

void expect_alike(Experience const& kept, Experience const& anew) {
  expect_near(kept.funnel.exists, anew.funnel.exists, "exists");
  expect_near(kept.funnel.within_reach, anew.funnel.within_reach, "within reach");
  expect_near(kept.funnel.known, anew.funnel.known, "known");
  expect_near(kept.funnel.welcome, anew.funnel.welcome, "welcome");
  expect_near(kept.funnel.possible, anew.funnel.possible, "possible");
  expect_near(kept.funnel.supported, anew.funnel.supported, "supported");
  expect_near(kept.without, anew.without, "without");
  expect_near(kept.by_theme, anew.by_theme, "by theme");
  expect_near(kept.by_stage, anew.by_stage, "by stage");
  EXPECT_EQ(kept.ends, anew.ends);
  EXPECT_EQ(kept.ends_by_theme, anew.ends_by_theme);
  EXPECT_EQ(kept.ends_by_stage, anew.ends_by_stage);
  EXPECT_EQ(kept.rockets, anew.rockets);
}

// Whether anything is different at all.
bool compare_with_anew(OpportunityAnalysis const& kept, OpportunityAnalysis const& before) {
  OpportunityAnalysis const anew(std::make_shared<OpportunityModel const>(kept.model()), std::nullopt, 1);
  bool different = false;
  for (auto const area : anew.areas()) {
    for (auto const profile : some_profiles()) {
      expect_alike(*kept.of(area, profile), *anew.of(area, profile));
      different = different || !(*kept.of(area, profile) == *before.of(area, profile));
    }
  }
  return different;
}

using Offerings = std::vector<Offering>;
using Edit = std::function<void(Offerings&, std::size_t)>;

struct NamedEdit {
  char const* name;
  Edit edit;
};

Edit one(std::function<void(Offering&)> change) {
  return [change](Offerings& all, std::size_t i) { change(all[i]); };
}

void remove(Offerings& all, std::size_t i) {
  all.erase(all.begin() + static_cast<std::ptrdiff_t>(i));
}

void add_another(Offerings& all, std::size_t i) {
  static std::uint64_t count = 0;
  auto another = all[i];
  another.id = Id<Offering>(uuid_v7(1, 0, ++count));
  another.title = "Nog een club";
  another.capacity = 12;
  all.push_back(another);
}

// Everything about an offering that an editor can change and that a child may notice.
std::vector<NamedEdit> const edits{
    {"price", one([](Offering& it) { it.price = Price{{12'345}, Per::month}; })},
    {"free", one([](Offering& it) { it.price = Price{}; })},
    {"no price", one([](Offering& it) { it.price.reset(); })},
    {"no funds", one([](Offering& it) { it.funds.clear(); })},
    {"one seat", one([](Offering& it) { it.capacity = 1; })},
    {"seats not said", one([](Offering& it) { it.capacity.reset(); })},
    {"other ages", one([](Offering& it) { it.ages = AgeRange{6, 9}; })},
    {"other language", one([](Offering& it) { it.languages = {*LanguageCode::parse("en")}; })},
    {"other times", one([](Offering& it) { it.schedule = *Schedule::parse("elke zondag 10:00-11:00"); })},
    {"other stage", one([](Offering& it) { it.stage = Stage::belong; })},
    {"harder", one([](Offering& it) { it.difficulty = 3; })},
    {"asks a prior step", one([](Offering& it) { it.asks_prior = !it.asks_prior; })},
    {"other theme", one([](Offering& it) { it.themes = {*ThemeCode::parse("music")}; })},
    {"other title", one([](Offering& it) { it.title = "Iets heel anders"; })},
    {"tells what happens",
     one([](Offering& it) { it.expect = it.expect.empty() ? "Je krijgt een rondleiding." : ""; })},
    {"tells who is there", one([](Offering& it) { it.meets = it.meets.empty() ? "de trainer, Noor" : ""; })},
    {"has role models", one([](Offering& it) { it.role_models = {RoleModel::older_children}; })},
    {"has role models for some",
     one([](Offering& it) { it.role_models = {RoleModel::from_area, RoleModel::home_languages}; })},
    {"meets needs", one([](Offering& it) { it.access = {Access::wheelchair}; })},
    {"with a parent", one([](Offering& it) { it.company = Company::with_parent; })},
    {"at home", one([](Offering& it) { it.where = Where::at_home, it.venue.reset(); })},
    {"nobody knows where", one([](Offering& it) { it.where = Where::at_venue, it.venue.reset(); })},
    {"elsewhere", [](Offerings& all, std::size_t i) { all[i].venue = all[(i + 17) % all.size()].venue; }},
    {"gone", remove},
    {"another", add_another}};

bool is_joined(Offering const& offering) {
  return offering.school_time == SchoolTime::out_of_school;
}

// One to three edits of offerings that are no lessons; their names.
std::string edit_some(Offerings& all, std::minstd_rand& random) {
  std::string names;
  for (auto times = 1 + random() % 3; times > 0; --times) {
    auto i = random() % all.size();
    while (!is_joined(all[i])) i = random() % all.size();
    auto const& [name, edit] = edits[random() % edits.size()];
    edit(all, i);
    names += std::string(name) + ", ";
  }
  return names;
}

}  // namespace

// A long row of edits, each upon those before it, and now and then many at once.
TEST(ChangedHomes, keep_what_a_change_leaves) {
  auto source = town_to_change();
  auto atlas = atlas_of(source, nullptr);
  auto analysis = analysed(model_of(atlas, nullptr));
  std::minstd_rand random(7);
  std::size_t kept = 0, different = 0;
  for (int round = 0; round < 150; ++round) {
    SCOPED_TRACE(edit_some(source.records[0].offerings, random));
    auto const newer = atlas_of(source, atlas.get());
    auto const model = model_of(newer, &analysis->model());
    auto const changed = difference(analysis->model(), *model);
    atlas = newer;
    // Something more for everybody takes children from all the rest.
    if (!changed) {
      analysis = analysed(model);
      continue;
    }
    ++kept;
    auto const next = std::make_shared<OpportunityAnalysis const>(model, *analysis, *changed);
    different += compare_with_anew(*next, *analysis) ? 1 : 0;
    analysis = next;
  }
  EXPECT_GT(kept, 75U) << "not most of these need all to be reckoned anew";
  EXPECT_GT(different, 60U) << "and most make a difference";
}

// What was published of one offering since is a change of that offering alone.
TEST(ChangedHomes, see_how_welcome_children_felt) {
  auto source = town_to_change();
  auto const atlas = atlas_of(source, nullptr);
  auto const before = analysed(model_of(atlas, nullptr));
  auto const known = std::ranges::find_if(before->model().candidates().all(), [&](Candidate const& one) {
    return one.venue && before->model().quick(*before->model().candidates().find(one.offering)).full > 0;
  });
  auto const asked = atlas->catalogue()[known->offering].id;
  source.records[0].felt_welcome[asked] = {0.9, date(2026, 2, 1), date(2026, 7, 31)};
  auto const model = model_of(atlas_of(source, atlas.get()), &before->model());
  auto const changed = difference(before->model(), *model);
  ASSERT_TRUE(changed);
  ASSERT_EQ(changed->size(), 1U);
  OpportunityAnalysis const after(model, *before, *changed);
  EXPECT_TRUE(compare_with_anew(after, *before));
}

TEST(ChangedHomes, are_reckoned_anew_where_more_changed) {
  auto const atlas = atlas_of(town_to_change(), nullptr);
  auto const model = model_of(atlas, nullptr);
  auto lesson = town_to_change();
  auto& offerings = lesson.records[0].offerings;
  auto const in_school = std::ranges::find(offerings, SchoolTime::in_school, &Offering::school_time);
  ASSERT_NE(in_school, offerings.end());
  offerings.erase(in_school);
  EXPECT_FALSE(difference(*model, *model_of(atlas_of(lesson, atlas.get()), model.get())));
  auto organisation = town_to_change();
  organisation.records[0].organisations[0].name = "Een andere naam";
  EXPECT_FALSE(difference(*model, *model_of(atlas_of(organisation, atlas.get()), model.get())));
  EXPECT_FALSE(difference(*model, *model_of(atlas, nullptr))) << "the journeys were not taken over";
  EXPECT_TRUE(difference(*model, *model_of(atlas_of(town_to_change(), atlas.get()), model.get()))->empty());
}

// Of what nobody knows the place is out of everybody's reach; online it is in everybody's.
TEST(ChangedHomes, see_that_what_had_no_place_needs_no_trip_any_more) {
  AtlasDraft draft{"H---A"};
  draft.add_buurt_between('H', 'A', "BU00010101", "Het Eind");
  draft.add_home('H', "BU00010101", 9, 10);
  Offering club = draft.an_offering_at('A').titled("Club").for_ages(8, 12).when("elke zaterdag 10:00-12:00");
  club.venue.reset();
  auto const id = draft.add(club);
  auto const lost = std::make_shared<Atlas const>(draft.atlas());
  auto const before = analysed(model_of(lost, nullptr));
  draft.offering(id).where = Where::online;
  auto const model = model_of(std::make_shared<Atlas const>(draft.atlas(lost.get())), &before->model());
  OpportunityAnalysis const now(model, *before, *difference(before->model(), *model));
  for (auto const profile : some_profiles()) {
    auto const& child = standard_profiles()[profile];
    auto const area = model->homes()[0].area;
    EXPECT_EQ(before->of(area, profile)->funnel.within_reach, 0);
    EXPECT_EQ(now.of(area, profile)->funnel.within_reach, child.age >= 8 && child.age <= 12 ? 1 : 0);
  }
}

}  // namespace wegwijzer
