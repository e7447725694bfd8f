// SPDX-License-Identifier: EUPL-1.2
#include "usecases/offering/for_class.h"

#include <gtest/gtest.h>

#include "kit/found_titles.h"

namespace wegwijzer {

namespace {

constexpr auto school_street = "S---A---B---C";

Offering a_lesson(AtlasDraft& draft, char where, std::string title, SchoolGroups groups) {
  Offering lesson = draft.an_offering_at(where).titled(std::move(title)).at_stage(Stage::introduce);
  lesson.school_time = SchoolTime::in_school;
  lesson.kind = OfferingKind::lesson;
  lesson.groups = groups;
  return lesson;
}

class ForClassTest : public testing::Test {
 protected:
  ClassQuery a_class(Atlas const& atlas, int group) const {
    return {.group = group, .themes = {}, .school = atlas.catalogue().find(school_), .ecosystem = {}};
  }

  AtlasDraft draft_{school_street};
  Id<Venue> school_ = draft_.add_venue_of_kind('S', "school", "Basisschool De Regenboog");
};

}  // namespace

TEST_F(ForClassTest, gives_the_lessons_of_its_group_the_nearest_first) {
  draft_.add(a_lesson(draft_, 'C', "ver", {5, 8}));
  draft_.add(a_lesson(draft_, 'A', "dichtbij", {6, 6}));
  draft_.add(a_lesson(draft_, 'A', "voor kleuters", {1, 2}));
  draft_.add(draft_.an_offering_at('A').titled("na school").for_ages(8, 12));
  auto const atlas = draft_.atlas();
  auto const found = find_for_class(atlas, a_class(atlas, 6), noon);
  EXPECT_EQ(titles(atlas, found.lessons), (Titles{"dichtbij", "ver"}));
  EXPECT_TRUE(found.from_school);
  EXPECT_FALSE(found.from_homes);
  // Group 6 walks as children of 10: 400 m at 4.5 km/h.
  EXPECT_EQ(found.lessons[0].travel, Tenths(3'200));
}

TEST_F(ForClassTest, takes_ages_where_no_groups_are_said_and_unknown_for_possible) {
  Offering by_age = a_lesson(draft_, 'A', "op leeftijd", {1, 1});
  by_age.groups.reset();
  by_age.ages = AgeRange{9, 10};  // groups 5 to 7
  draft_.add(by_age);
  Offering silent = a_lesson(draft_, 'A', "zegt niets", {1, 1});
  silent.groups.reset();
  draft_.add(silent);
  auto const atlas = draft_.atlas();
  EXPECT_EQ(titles(atlas, find_for_class(atlas, a_class(atlas, 6), noon).lessons),
            (Titles{"op leeftijd", "zegt niets"}));
  EXPECT_EQ(titles(atlas, find_for_class(atlas, a_class(atlas, 8), noon).lessons), Titles{"zegt niets"});
}

TEST_F(ForClassTest, keeps_kits_apart) {
  auto kit = a_lesson(draft_, 'A', "leskist", {5, 8});
  kit.kind = OfferingKind::lesson_kit;
  draft_.add(kit);
  auto const atlas = draft_.atlas();
  auto const found = find_for_class(atlas, a_class(atlas, 6), noon);
  EXPECT_TRUE(found.lessons.empty());
  EXPECT_EQ(titles(atlas, found.kits), Titles{"leskist"});
}

TEST_F(ForClassTest, says_what_a_child_can_do_afterwards_near_the_school) {
  auto const lesson = draft_.add(a_lesson(draft_, 'A', "les", {5, 8}));
  draft_.add(draft_.an_offering_at('B').titled("reeks").at_stage(Stage::deepen).for_ages(8, 12));
  draft_.add(draft_.an_offering_at('A').titled("zang").about("music").for_ages(8, 12));
  draft_.add(draft_.an_offering_at('A').titled("natuur").about("nature").for_ages(8, 12));
  draft_.add(draft_.an_offering_at('B').titled("meer muziek").about("music").for_ages(8, 12));
  draft_.add(a_lesson(draft_, 'A', "nog een les", {5, 8}));
  auto const atlas = draft_.atlas();
  auto const query = a_class(atlas, 6);
  auto const found = find_for_class(atlas, query, noon);
  auto const steps = after_lesson(atlas, *atlas.catalogue().find(lesson), query, found, noon.today);
  auto const titles_of = [&](std::vector<NextStep> const& some) {
    std::set<std::string> all;
    for (auto const& step : some) all.insert(atlas.catalogue()[step.offering].title);
    return all;
  };
  // One that deepens, and two that broaden, of different themes; the other lesson is in school time.
  EXPECT_EQ(titles_of(steps.deeper), std::set<std::string>{"reeks"});
  EXPECT_EQ(titles_of(steps.broader), (std::set<std::string>{"zang", "natuur"}));
  // Three that deepen leave no room for something else.
  for (auto const* const title : {"nog een reeks", "en nog een"}) {
    draft_.add(draft_.an_offering_at('B').titled(title).at_stage(Stage::deepen).for_ages(8, 12));
  }
  auto const more = draft_.atlas();
  auto const then = after_lesson(more, *more.catalogue().find(lesson), a_class(more, 6),
                                 find_for_class(more, a_class(more, 6), noon), noon.today);
  EXPECT_EQ(then.deeper.size(), 3U);
  EXPECT_TRUE(then.broader.empty());
}

TEST_F(ForClassTest, starts_where_the_pupils_live) {
  auto const near = draft_.add(draft_.an_offering_at('A').titled("bij A").about("music").for_ages(8, 12));
  auto const lesson = draft_.add(a_lesson(draft_, 'A', "les", {5, 8}));
  draft_.add_buurt_at('B', "BU00010101");
  draft_.add_buurt_at('C', "BU00010102");
  auto const walk_from = [&](std::vector<PupilsFrom> catchment) {
    draft_.venue(school_).catchment = std::move(catchment);
    auto const atlas = draft_.atlas();
    auto const query = a_class(atlas, 6);
    auto const found = find_for_class(atlas, query, noon);
    EXPECT_TRUE(found.from_homes);
    auto const steps = after_lesson(atlas, *atlas.catalogue().find(lesson), query, found, noon.today);
    EXPECT_TRUE(steps.deeper.empty());
    EXPECT_EQ(steps.broader.size(), 1U);
    EXPECT_EQ(steps.broader[0].offering, *atlas.catalogue().find(near));
    return steps.broader[0].travel;
  };
  auto const from_b = PupilsFrom{*AreaCode::parse("BU00010101"), 30},
             from_c = PupilsFrom{*AreaCode::parse("BU00010102"), 10};
  // From B to A are 400 m: 320 s. From C 800 m: 640 s. The middle one of 40 lives at B.
  EXPECT_EQ(walk_from({from_c, from_b}), Tenths(3'200));
  // Of 70 the middle one lives at C when 40 do.
  EXPECT_EQ(walk_from({from_b, PupilsFrom{from_c.buurt, 40}}), Tenths(6'400));
}

TEST_F(ForClassTest, knows_a_school_by_words_of_its_name) {
  draft_.add_venue_of_kind('A', "school", "Basisschool De Vlinder");
  draft_.add_venue_of_kind('A', "library", "Bieb De Regenboog");
  auto const atlas = draft_.atlas();
  EXPECT_EQ(find_schools(atlas, "regenboog", 5), std::vector{*atlas.catalogue().find(school_)});
  EXPECT_EQ(find_schools(atlas, "BASISSCHOOL de", 5).size(), 2U);
  EXPECT_EQ(find_schools(atlas, "basisschool", 1).size(), 1U);
  EXPECT_TRUE(find_schools(atlas, "Montessori", 5).empty());
}

}  // namespace wegwijzer
