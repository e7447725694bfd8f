// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/propose_steps.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "kit/drawn_atlas.h"

namespace wegwijzer {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr Date a_day = Date(std::chrono::days(20'000));

// A child of six to eight walks 100 m in 90 seconds: B lies at 9 minutes from A, C at 18.
class ProposedSteps : public testing::Test {
 protected:
  ProposedSteps() {
    lesson_ = add('A', "les", "robotics", Stage::introduce);
    club_ = add('B', "club", "robotics", Stage::belong);
  }

  Id<Offering> add(char letter, char const* title, char const* theme, std::optional<Stage> stage = {},
                   AgeRange ages = {8, 11}) {
    Offering offering = draft_.an_offering_at(letter).titled(title).about(theme).for_ages(ages.from, ages.to);
    offering.stage = stage;
    return draft_.add(offering);
  }

  // "les -> club", from what is at A.
  std::vector<std::string> proposed(OfferingPairs const& refused = {}) const {
    std::vector<std::string> out;
    auto const atlas = draft_.atlas();
    auto const title = [&](Index<Offering> index) { return atlas.catalogue()[index].title; };
    auto const venue = *atlas.catalogue().facts(*atlas.catalogue().find(lesson_)).venue;
    for (auto const& one : propose_steps(atlas, venue, a_day, refused)) {
      out.push_back(std::string(code(one.direction)) + ": " + title(one.from) + " -> " + title(one.to));
    }
    return out;
  }

  AtlasDraft draft_{"A-----B-----C"};
  Id<Offering> lesson_, club_;
};

}  // namespace

TEST_F(ProposedSteps, are_the_best_to_deepen_and_to_broaden_near_the_venue) {
  add('C', "werkplaats", "robotics", Stage::deepen);  // the stage between, but 18 minutes away
  add('B', "bos", "nature");
  add('A', "koor", "music");
  EXPECT_THAT(proposed(), ElementsAre("deepen: les -> club", "broaden: les -> koor"));
}

TEST_F(ProposedSteps, say_why_and_how_far) {
  auto const atlas = draft_.atlas();
  auto const all = propose_steps(atlas, Index<Venue>(0), a_day, {});
  ASSERT_THAT(all, SizeIs(1));
  EXPECT_EQ(all[0].walk, Tenths(6 * 900));  // 600 m
  EXPECT_TRUE(all[0].reason.later_stage);
  EXPECT_EQ(atlas.themes()[all[0].reason.shared_theme.value()].code.text(), "robotics");
}

TEST_F(ProposedSteps, are_not_made_where_there_is_an_edge_of_that_direction) {
  auto const choir = add('B', "koor", "music");
  add('A', "bos", "nature");
  EXPECT_THAT(proposed(), ElementsAre("deepen: les -> club", "broaden: les -> bos"));
  draft_.network().steps = {a_step_edge(draft_.new_id<StepEdge>(), lesson_, choir, Direction::broaden)};
  EXPECT_THAT(proposed(), ElementsAre("deepen: les -> club"));
}

TEST_F(ProposedSteps, are_not_made_between_two_that_have_an_edge_of_the_other_direction) {
  draft_.network().steps = {a_step_edge(draft_.new_id<StepEdge>(), lesson_, club_, Direction::broaden)};
  EXPECT_THAT(proposed(), IsEmpty());
}

TEST_F(ProposedSteps, are_not_made_again_when_they_were_refused) {
  add('B', "reeks", "robotics", Stage::belong);
  EXPECT_THAT(proposed({{lesson_, club_}}), ElementsAre("deepen: les -> reeks"));
  EXPECT_THAT(proposed({{club_, lesson_}}), ElementsAre("deepen: les -> club"));
}

TEST_F(ProposedSteps, are_for_at_least_half_of_the_ages) {
  add('A', "koor", "music", {}, {10, 14});  // 10 and 11, of 8 to 11
  add('A', "band", "music", {}, {11, 14});
  EXPECT_THAT(proposed(), ElementsAre("deepen: les -> club", "broaden: les -> koor"));
  add('A', "atelier", "music", {}, {8, 9});  // before "koor" by its title
  EXPECT_THAT(proposed(), ElementsAre("deepen: les -> club", "broaden: les -> atelier"));
}

TEST_F(ProposedSteps, lead_to_a_place_and_not_from_what_is_over_or_in_school_time) {
  Offering online = draft_.an_offering_at('A').titled("online").about("music").for_ages(8, 11);
  online.where = Where::online, online.venue.reset();
  draft_.add(online);
  EXPECT_THAT(proposed(), ElementsAre("deepen: les -> club"));
  auto const at_venue_of = [&](auto change) {
    Offering other = draft_.an_offering_at('A').titled("ander").about("robotics").at_stage(Stage::introduce);
    other.ages = AgeRange{8, 11};
    change(other);
    draft_.add(other);
    auto const atlas = draft_.atlas();
    return propose_steps(atlas, *atlas.catalogue().facts(*atlas.catalogue().find(other.id)).venue, a_day, {});
  };
  EXPECT_THAT(at_venue_of([](Offering&) {}), SizeIs(1));
  EXPECT_THAT(at_venue_of([](Offering& other) { other.school_time = SchoolTime::in_school; }), IsEmpty());
  EXPECT_THAT(
      at_venue_of([](Offering& other) { other.schedule = *Schedule::parse("3 oktober 2020 10:00-12:00"); }),
      IsEmpty());
  EXPECT_THAT(at_venue_of([](Offering& other) { other.ages.reset(); }), IsEmpty());  // nobody knows for whom
}

}  // namespace wegwijzer
