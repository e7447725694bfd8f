// SPDX-License-Identifier: EUPL-1.2
// After a change of offerings what was reckoned is kept, and is what it would be if all were reckoned anew.
#include <gtest/gtest.h>

#include <cmath>
#include <random>

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

OpportunityAnalysis::SoFar reckoned(OpportunityAnalysis const& analysis) {
  for (auto const profile : some_profiles()) analysis.reckon(profile, {});
  return analysis.so_far();
}

void expect_near(double kept, double anew, char const* what) {
  EXPECT_LE(std::abs(kept - anew), 1e-12 * std::max(1.0, std::abs(anew))) << what;
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

using Edit = std::function<void(std::vector<Offering>&, std::size_t)>;

struct NamedEdit {
  char const* name;
  Edit edit;
};

Edit edit_one(std::function<void(Offering&)> change) {
  return [change](std::vector<Offering>& all, std::size_t i) { change(all[i]); };
}

std::vector<NamedEdit> const edits{
    {"price", edit_one([](Offering& one) { one.price = Price{{12'345}, Per::month}; })},
    {"free", edit_one([](Offering& one) { one.price = Price{}; })},
    {"one seat", edit_one([](Offering& one) { one.capacity = 1; })},
    {"other ages", edit_one([](Offering& one) { one.ages = AgeRange{6, 9}; })},
    {"other language", edit_one([](Offering& one) { one.languages = {*LanguageCode::parse("en")}; })},
    {"other times",
     edit_one([](Offering& one) { one.schedule = *Schedule::parse("elke zondag 10:00-11:00"); })},
    {"other stage", edit_one([](Offering& one) { one.stage = Stage::belong; })},
    {"other theme", edit_one([](Offering& one) { one.themes = {*ThemeCode::parse("music")}; })},
    {"other title", edit_one([](Offering& one) { one.title = "Iets heel anders"; })},
    {"gone", [](std::vector<Offering>& all,
                std::size_t i) { all.erase(all.begin() + static_cast<std::ptrdiff_t>(i)); }},
    {"one more", [](std::vector<Offering>& all, std::size_t i) {
       auto one = all[i];
       one.id = *Id<Offering>::parse("01970000-0000-7000-8000-00000000abcd");
       one.title = "Nog een club";
       one.capacity = 12;
       all.push_back(one);
     }}};

bool is_joined(Offering const& one) {
  return one.school_time == SchoolTime::out_of_school && one.where == Where::at_venue;
}

}  // namespace

TEST(ChangedHomes, keep_what_a_change_leaves) {
  auto atlas = atlas_of(town_to_change(), nullptr);
  auto model = model_of(atlas, nullptr);
  auto analysis = std::make_unique<OpportunityAnalysis>(model, std::nullopt, 1);
  auto source = town_to_change();
  std::minstd_rand random(7);
  std::size_t kept = 0, different = 0;
  // Each edit upon those before it.
  for (int round = 0; round < 2; ++round) {
    for (auto const& [name, edit] : edits) {
      SCOPED_TRACE(name);
      auto& all = source.records[0].offerings;
      auto i = random() % all.size();
      while (!is_joined(all[i])) i = random() % all.size();
      if (round == 1 && std::string_view(name) == "one more") continue;
      edit(all, i);
      auto const newer_atlas = atlas_of(source, atlas.get());
      auto const newer = model_of(newer_atlas, model.get());
      auto next =
          std::make_unique<OpportunityAnalysis>(newer, std::nullopt, 2, Particulars(), reckoned(*analysis));
      kept += difference(*model, *newer).has_value() ? 1 : 0;
      different += compare_with_anew(*next, *analysis) ? 1 : 0;
      atlas = newer_atlas, model = newer, analysis = std::move(next);
    }
  }
  EXPECT_EQ(kept, 2 * edits.size() - 1) << "none of these needs all to be reckoned anew";
  EXPECT_GT(different, edits.size()) << "and most make a difference";
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

}  // namespace wegwijzer
