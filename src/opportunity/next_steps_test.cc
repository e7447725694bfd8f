// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/next_steps.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kit/drawn_atlas.h"

namespace wegwijzer {

namespace {

// H is the home; a child of 9 to 11 walks 100 m in 80 seconds.
constexpr auto street = "H---A---B---C";
constexpr Date today = Date(std::chrono::days(20'000));

struct Steps {
  std::vector<std::string> deeper, broader;
};

Steps titles(Atlas const& atlas, NextSteps const& steps) {
  Steps out;
  for (auto const& step : steps.deeper) out.deeper.push_back(atlas.catalogue()[step.offering].title);
  for (auto const& step : steps.broader) out.broader.push_back(atlas.catalogue()[step.offering].title);
  return out;
}

Steps steps_from(AtlasDraft const& draft, Id<Offering> from, std::optional<int> age = 9,
                 Minutes budget = Minutes(60)) {
  auto const atlas = draft.atlas();
  auto const reach = atlas.streets().within(draft.at('H'), {Mode::walk, AgeBand::from_9}, budget);
  return titles(atlas, next_steps(atlas, *atlas.catalogue().find(from), {&*reach, age, today}));
}

using Titles = std::vector<std::string>;

// By both sides; a test that speaks of a proposal takes a yes away.
StepEdge& agree(AtlasDraft& draft, Id<Offering> from, Id<Offering> to,
                Direction direction = Direction::deepen) {
  auto& edge = draft.network().steps.emplace_back(a_step_edge(draft.new_id<StepEdge>(), from, to, direction));
  edge.agreed_by_from = edge.agreed_by_to = true;
  return edge;
}

}  // namespace

TEST(NextStep, deepens_by_a_later_stage_of_a_shared_theme) {
  AtlasDraft draft(street);
  auto const from = draft.add(
      draft.an_offering_at('A').titled("les").about("technology").at_stage(Stage::introduce).for_ages(8, 12));
  draft.add(
      draft.an_offering_at('B').titled("reeks").about("robotics").at_stage(Stage::deepen).for_ages(8, 12));
  draft.add(
      draft.an_offering_at('C').titled("club").about("technology").at_stage(Stage::belong).for_ages(8, 12));
  auto const steps = steps_from(draft, from);
  // Both share the theme; technology itself has more in common than robotics below it.
  EXPECT_EQ(steps.deeper, (Titles{"club", "reeks"}));
  EXPECT_TRUE(steps.broader.empty());
}

TEST(NextStep, deepens_at_the_same_stage_only_when_it_is_harder) {
  AtlasDraft draft(street);
  auto const at_difficulty = [&](char letter, int difficulty) {
    Offering offering =
        draft.an_offering_at(letter).titled("niveau " + std::to_string(difficulty)).at_stage(Stage::deepen);
    offering.difficulty = difficulty;
    return draft.add(offering);
  };
  at_difficulty('A', 1);
  auto const from = at_difficulty('B', 2);
  at_difficulty('C', 3);
  EXPECT_EQ(steps_from(draft, from, std::nullopt).deeper, Titles{"niveau 3"});
}

TEST(NextStep, broadens_to_a_theme_that_is_not_shared) {
  AtlasDraft draft(street);
  auto const from = draft.add(draft.an_offering_at('A').titled("robots").about("robotics"));
  draft.add(draft.an_offering_at('B').titled("proefjes").about("chemistry"));
  draft.add(draft.an_offering_at('C').titled("techniek").about("technology"));
  // Robotics and chemistry are siblings and do not share; technology is above robotics and does.
  EXPECT_EQ(steps_from(draft, from, std::nullopt).broader, Titles{"proefjes"});
}

TEST(NextStep, does_not_broaden_to_what_asks_an_earlier_step_or_has_no_theme) {
  AtlasDraft draft(street);
  auto const from = draft.add(draft.an_offering_at('A').about("robotics"));
  Offering advanced = draft.an_offering_at('B').titled("gevorderd").about("music");
  advanced.asks_prior = true;
  draft.add(advanced);
  Offering unknown = draft.an_offering_at('C').titled("iets");
  unknown.themes.clear();
  draft.add(unknown);
  EXPECT_TRUE(steps_from(draft, from, std::nullopt).broader.empty());
}

TEST(NextStep, fits_the_age_and_lies_within_the_minutes) {
  AtlasDraft draft(street);
  auto const from = draft.add(draft.an_offering_at('A').about("robotics").for_ages(8, 12));
  draft.add(draft.an_offering_at('B').titled("te oud").about("music").for_ages(12, 16));
  draft.add(draft.an_offering_at('B').titled("onbekend").about("music"));
  draft.add(draft.an_offering_at('B').titled("dichtbij").about("music").for_ages(8, 12));
  draft.add(draft.an_offering_at('C').titled("ver").about("music").for_ages(8, 12));
  // B lies at 800 m, 10 min 40 s; C at 1200 m, 16 minutes.
  EXPECT_EQ(steps_from(draft, from, 9, Minutes(11)).broader, Titles{"dichtbij"});
  EXPECT_EQ(steps_from(draft, from, 9, Minutes(16)).broader, (Titles{"dichtbij", "ver"}));
}

TEST(NextStep, is_never_what_is_over_in_school_time_or_the_same_again) {
  AtlasDraft draft(street);
  auto const from = draft.add(draft.an_offering_at('A').titled("robots").about("robotics"));
  draft.add(draft.an_offering_at('B').titled("robots").about("music"));
  draft.add(draft.an_offering_at('B').titled("voorbij").about("music").when("3 oktober 2020 10:00-12:00"));
  Offering lesson = draft.an_offering_at('B').titled("les").about("music");
  lesson.school_time = SchoolTime::in_school;
  draft.add(lesson);
  EXPECT_TRUE(steps_from(draft, from, std::nullopt).broader.empty());
}

TEST(NextStep, is_never_what_cannot_be_joined_any_more) {
  AtlasDraft draft(street);
  auto const from = draft.add(draft.an_offering_at('A').about("robotics"));
  Offering late = draft.an_offering_at('B').titled("te laat").about("music");
  late.deadline = today - std::chrono::days(1);
  draft.add(late);
  Offering full = draft.an_offering_at('B').titled("vol").about("music");
  full.places_left = 0;
  draft.add(full);
  full.id = Id<Offering>(uuid_v7(9, 9, 9)), full.title = "wachtlijst", full.waiting_list = true;
  draft.add(full);
  EXPECT_EQ(steps_from(draft, from, std::nullopt).broader, Titles{"wachtlijst"});
}

TEST(NextStep, is_free_and_accessible_where_that_is_asked) {
  AtlasDraft draft(street);
  auto const from = draft.add(draft.an_offering_at('A').about("robotics"));
  draft.add(draft.an_offering_at('B').titled("onbekend").about("music"));
  draft.add(draft.an_offering_at('B').titled("gratis").about("music").costing({Euro{0}, Per::time}));
  Offering reachable =
      draft.an_offering_at('B').titled("rolstoel").about("music").costing({Euro{500}, Per::time});
  reachable.access = {Access::wheelchair};
  draft.add(reachable);
  auto const atlas = draft.atlas();
  auto const index = *atlas.catalogue().find(from);
  EXPECT_EQ(titles(atlas, next_steps(atlas, index, {nullptr, {}, today, true})).broader, Titles{"gratis"});
  EXPECT_EQ(
      titles(atlas, next_steps(atlas, index, {nullptr, {}, today, false, access_bits({Access::wheelchair})}))
          .broader,
      Titles{"rolstoel"});
}

TEST(NextStep, at_home_needs_no_trip) {
  AtlasDraft draft(street);
  auto const from = draft.add(draft.an_offering_at('A').about("robotics"));
  Offering online =
      an_offering(Id<Offering>(uuid_v7(9, 9, 9)), draft.organisation()).titled("online").about("music");
  online.where = Where::online;
  draft.add(online);
  EXPECT_EQ(steps_from(draft, from, std::nullopt, Minutes(0)).broader, Titles{"online"});
}

TEST(NextStep, of_a_dead_end_is_none) {
  AtlasDraft draft(street);
  auto const only = draft.add(draft.an_offering_at('A').about("robotics"));
  auto const atlas = draft.atlas();
  EXPECT_TRUE(next_steps(atlas, *atlas.catalogue().find(only), {nullptr, 9, today}).dead_end());
}

TEST(NextStep, choice_is_varied) {
  AtlasDraft draft(street);
  auto const from = draft.add(draft.an_offering_at('A').about("robotics"));
  draft.add(draft.an_offering_at('A').titled("muziek 1").about("music"));
  draft.add(draft.an_offering_at('A').titled("muziek 2").about("music"));
  draft.add(draft.an_offering_at('C').titled("natuur").about("nature"));
  auto const atlas = draft.atlas();
  auto const all = next_steps(atlas, *atlas.catalogue().find(from), {nullptr, std::nullopt, today});
  EXPECT_EQ(titles(atlas, {{}, varied(atlas, all.broader, 2)}).broader, (Titles{"muziek 1", "natuur"}));
  EXPECT_EQ(varied(atlas, all.broader, 9).size(), 3U);
}

TEST(AgreedStep, is_a_next_step_where_the_definitions_find_none_and_comes_first) {
  AtlasDraft draft(street);
  auto const from = draft.add(
      draft.an_offering_at('A').titled("les").about("technology").at_stage(Stage::introduce).for_ages(8, 12));
  draft.add(
      draft.an_offering_at('A').titled("reeks").about("technology").at_stage(Stage::deepen).for_ages(8, 12));
  // Of an unknown stage, so it does not deepen; of the same theme, so it does not broaden either.
  auto const robots = draft.add(draft.an_offering_at('C').titled("robots").about("robotics").for_ages(8, 12));
  draft.add(draft.an_offering_at('A').titled("muziek").about("music").for_ages(8, 12));
  auto const wood = draft.add(draft.an_offering_at('C').titled("bos").about("nature").for_ages(8, 12));
  EXPECT_EQ(steps_from(draft, from).deeper, Titles{"reeks"});
  EXPECT_EQ(steps_from(draft, from).broader, (Titles{"muziek", "bos"}));
  agree(draft, from, robots);
  agree(draft, from, wood, Direction::broaden);
  EXPECT_EQ(steps_from(draft, from).deeper, (Titles{"robots", "reeks"}));
  EXPECT_EQ(steps_from(draft, from).broader, (Titles{"bos", "muziek"}));
}

TEST(AgreedStep, says_so_and_keeps_the_reason_of_the_definition) {
  AtlasDraft draft(street);
  auto const from =
      draft.add(draft.an_offering_at('A').titled("les").about("robotics").at_stage(Stage::introduce));
  auto const club =
      draft.add(draft.an_offering_at('B').titled("club").about("robotics").at_stage(Stage::belong));
  auto const choir = draft.add(draft.an_offering_at('B').titled("koor").about("music"));
  agree(draft, from, club).confirmed_on = today;
  agree(draft, from, choir);  // to deepen, say the partners
  auto const atlas = draft.atlas();
  auto const steps = next_steps(atlas, *atlas.catalogue().find(from), {nullptr, std::nullopt, today});
  ASSERT_EQ(titles(atlas, steps).deeper, (Titles{"club", "koor"}));
  EXPECT_TRUE(steps.broader.empty());
  auto const by_both = steps.deeper[0].reason, by_partners = steps.deeper[1].reason;
  EXPECT_TRUE(by_both.agreed && by_both.later_stage && by_both.shared_theme);
  EXPECT_EQ(atlas.network()[by_both.edge.value()].confirmed_on, today);
  EXPECT_EQ(by_partners, (StepReason{.edge = Index<StepEdge>(1), .agreed = true}));
}

TEST(AgreedStep, is_for_the_ages_of_the_offering_and_of_the_edge) {
  AtlasDraft draft(street);
  auto const from = draft.add(draft.an_offering_at('A').titled("les").about("robotics").for_ages(4, 12));
  auto const next = draft.add(draft.an_offering_at('B').titled("robots").about("robotics").for_ages(8, 12));
  agree(draft, from, next).ages = AgeRange{6, 10};
  EXPECT_TRUE(steps_from(draft, from, 7).deeper.empty());  // the offering starts at eight
  EXPECT_EQ(steps_from(draft, from, 8).deeper, Titles{"robots"});
  EXPECT_EQ(steps_from(draft, from, 10).deeper, Titles{"robots"});
  EXPECT_TRUE(steps_from(draft, from, 11).deeper.empty());
  EXPECT_EQ(steps_from(draft, from, std::nullopt).deeper, Titles{"robots"});
}

TEST(AgreedStep, lies_within_the_minutes_and_can_be_joined) {
  AtlasDraft draft(street);
  auto const from = draft.add(draft.an_offering_at('A').titled("les").about("robotics"));
  auto const next = draft.add(draft.an_offering_at('B').titled("robots").about("robotics"));
  Offering full = draft.an_offering_at('A').titled("vol").about("robotics");
  full.places_left = 0;
  agree(draft, from, next);
  agree(draft, from, draft.add(full));
  // B lies at 800 m, 10 min 40 s.
  EXPECT_EQ(steps_from(draft, from, std::nullopt, Minutes(11)).deeper, Titles{"robots"});
  EXPECT_TRUE(steps_from(draft, from, std::nullopt, Minutes(10)).deeper.empty());
}

TEST(AgreedStep, is_always_among_the_choice) {
  AtlasDraft draft(street);
  auto const from = draft.add(draft.an_offering_at('A').about("robotics"));
  auto const choir = draft.add(draft.an_offering_at('B').titled("koor").about("music"));
  auto const band = draft.add(draft.an_offering_at('C').titled("orkest").about("music"));
  draft.add(draft.an_offering_at('A').titled("natuur").about("nature"));
  agree(draft, from, choir, Direction::broaden);
  agree(draft, from, band, Direction::broaden);
  auto const atlas = draft.atlas();
  auto const all = next_steps(atlas, *atlas.catalogue().find(from), {nullptr, std::nullopt, today});
  EXPECT_EQ(titles(atlas, {{}, varied(atlas, all.broader, 2)}).broader, (Titles{"koor", "orkest"}));
}

TEST(ProposedStep, changes_nothing_but_that_its_evidence_can_be_shown) {
  AtlasDraft draft(street);
  auto const other = draft.add_organisation("Club");
  auto const from = draft.add(draft.an_offering_at('A').titled("les").about("robotics"));
  Offering robots = draft.an_offering_at('B').titled("robots").about("robotics");
  Offering music = draft.an_offering_at('B').titled("muziek").about("music");
  robots.organisation = music.organisation = other;
  draft.add(draft.an_offering_at('A').titled("bos").about("nature"));
  draft.add(robots), draft.add(music);
  agree(draft, from, robots.id).agreed_by_to = false;  // the club has not said yes yet
  agree(draft, from, music.id, Direction::broaden).agreed_by_to = false;
  auto const atlas = draft.atlas();
  auto const steps = next_steps(atlas, *atlas.catalogue().find(from), {nullptr, std::nullopt, today});
  EXPECT_TRUE(steps.deeper.empty());
  ASSERT_EQ(titles(atlas, steps).broader, (Titles{"bos", "muziek"}));
  auto const& reason = steps.broader[1].reason;
  EXPECT_FALSE(reason.agreed);
  EXPECT_EQ(atlas.network()[reason.edge.value()].evidence, "De trainer komt kennismaken");
}

// The slow obvious definition: DOMAIN.md section 4, sentence by sentence, on the records themselves.
RC_GTEST_PROP(NextStep, agrees_with_the_definition, ()) {
  AtlasDraft draft(street);
  constexpr char const* themes[] = {"technology", "robotics", "chemistry", "nature"};
  for (int i = 0; i < 6; ++i) {
    Offering offering = draft.an_offering_at("ABC"[*rc::gen::inRange(0, 3)]).titled(std::to_string(i));
    offering.themes = {*ThemeCode::parse(themes[*rc::gen::inRange(0, 4)])};
    if (*rc::gen::arbitrary<bool>())
      offering.themes.push_back(*ThemeCode::parse(themes[*rc::gen::inRange(0, 4)]));
    offering.stage = static_cast<Stage>(*rc::gen::inRange(0, 3));
    offering.difficulty = *rc::gen::inRange(1, 4);
    offering.asks_prior = *rc::gen::arbitrary<bool>();
    draft.add(offering);
  }
  auto const atlas = draft.atlas();
  auto const vocabulary = a_vocabulary()->themes;
  auto const& all = atlas.catalogue().offerings();
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = 0; j < all.size(); ++j) {
      bool share = false;
      for (auto const& one : all[i].themes) {
        for (auto const& other : all[j].themes) share = share || related(vocabulary, one, other);
      }
      bool const later = all[j].stage > all[i].stage;
      bool const harder = all[j].stage == all[i].stage && all[j].difficulty > all[i].difficulty;
      RC_ASSERT(deepens(atlas, Index<Offering>(i), Index<Offering>(j)) == (share && (later || harder)));
      RC_ASSERT(broadens(atlas, Index<Offering>(i), Index<Offering>(j)) == (!share && !all[j].asks_prior));
    }
  }
}

}  // namespace wegwijzer
