// SPDX-License-Identifier: EUPL-1.2
#include "usecases/offering/sessions.h"

#include <gmock/gmock.h>

#include "kit/drawn_atlas.h"

namespace wegwijzer {

namespace {

Moment const this_morning{date(2026, 11, 24), {600}};  // a Tuesday
constexpr std::chrono::days ten_weeks{70};

class SessionsTest : public testing::Test {
 protected:
  ComingSessions sessions(OfferingQuery const& query = {}, std::size_t most = 100) {
    atlas_.emplace(draft_.atlas());
    return coming_sessions(*atlas_, query, this_morning, ten_weeks, most);
  }

  AtlasDraft draft_{"H---A"};
  std::optional<Atlas> atlas_;
};

}  // namespace

TEST_F(SessionsTest, are_those_of_ten_weeks_without_closed_days) {
  draft_.add(draft_.an_offering_at('A').when("elke woensdag 14:00-15:00; niet 2 december 2026"));
  // Wednesdays from 25 November 2026 up to 2 February 2027 are ten; one is closed.
  EXPECT_EQ(sessions().found, 9U);
}

TEST_F(SessionsTest, leave_out_what_nobody_can_join) {
  Offering closed = draft_.an_offering_at('A').when("elke woensdag 14:00-15:00");
  closed.deadline = this_morning.today - std::chrono::days(1);
  draft_.add(closed);
  EXPECT_EQ(sessions().found, 0U);
}

TEST_F(SessionsTest, of_too_many_are_the_soonest_and_say_how_many_there_are) {
  draft_.add(draft_.an_offering_at('A').titled("Woensdag").when("elke woensdag 14:00-15:00"));
  draft_.add(draft_.an_offering_at('A').titled("Vrijdag").when("elke vrijdag 14:00-15:00"));
  auto const cut = sessions({}, 3);
  EXPECT_EQ(cut.found, 20U);
  EXPECT_EQ(cut.shown, 3U);
  std::vector<Date> days;
  for (auto const& one : cut.offerings) {
    for (auto const& when : one.occurrences) days.push_back(when.day);
  }
  EXPECT_THAT(days, testing::UnorderedElementsAre(date(2026, 11, 25), date(2026, 11, 27), date(2026, 12, 2)));
}

TEST_F(SessionsTest, at_the_same_moment_as_the_last_are_not_more_than_asked_for) {
  for (int i = 0; i < 4; ++i) draft_.add(draft_.an_offering_at('A').when("25 november 2026 14:00-15:00"));
  auto const cut = sessions({}, 3);
  EXPECT_EQ(cut.offerings.size(), 3U);
  EXPECT_EQ(cut.found, 4U);
}

TEST_F(SessionsTest, are_of_what_the_finder_finds) {
  draft_.add(draft_.an_offering_at('A').about("music").when("elke woensdag 14:00-15:00"));
  draft_.add(draft_.an_offering_at('A').about("nature").when("elke woensdag 14:00-15:00"));
  OfferingQuery query;
  query.themes = {*ThemeCode::parse("music")};
  EXPECT_EQ(sessions(query).offerings.size(), 1U);
}

}  // namespace wegwijzer
