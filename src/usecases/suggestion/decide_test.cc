// SPDX-License-Identifier: EUPL-1.2
// Deciding on what others say: what is taken over, what changed meanwhile, and who decided.
#include "usecases/suggestion/decide.h"

#include <gtest/gtest.h>

#include "kit/builders.h"
#include "kit/fixed_time.h"
#include "kit/temporary_folder.h"
#include "storage/sqlite_store.h"
#include "usecases/suggestion/leave.h"

namespace wegwijzer {

class DecidingOnSuggestions : public testing::Test {
 protected:
  DecidingOnSuggestions() {
    auto hall = a_venue(writer_->new_id<Venue>());
    hall.phone = "015 123 45 67";
    hall.website = "";
    venue_ = *writer_->venues().save(hall);
    Suggestion said;
    said.kind = "venue";
    said.record = venue_.id.uuid();
    said.fields = {{"phone", {}, "015 765 43 21"}, {"website", {}, "https://hal.example"}};
    said_ = *leave_suggestion(*writer_, said, date(2026, 11, 20));
  }

  Venue stored() { return *writer_->venues().find(venue_.id); }

  TemporaryFolder folder_;
  FixedClock clock_;
  CountingIds ids_;
  std::unique_ptr<Store> store_ = *open_store(folder_.path("s"), IfMissing::create, clock_, ids_);
  std::unique_ptr<Writer> writer_ = store_->writer(an_ecosystem(), {"person:lea"});
  Decider lea_{"person:lea", date(2026, 11, 24)};
  Venue venue_;
  Suggestion said_;
};

TEST_F(DecidingOnSuggestions, takes_over_what_was_chosen_and_says_who_did) {
  auto const done = accept_suggestion(*writer_, said_.id, {{"phone", "015 123 45 67"}}, lea_);
  ASSERT_TRUE(done);
  EXPECT_EQ(stored().phone, "015 765 43 21");
  EXPECT_EQ(stored().website, "");
  EXPECT_EQ(done->state, SuggestionState::accepted);
  EXPECT_EQ(done->decided_by, "person:lea");
  EXPECT_EQ(done->decided_on, lea_.today);
  EXPECT_EQ(writer_->audit("venue", venue_.id.uuid()).back().actor, "person:lea");
  EXPECT_EQ(accept_suggestion(*writer_, said_.id, {}, lea_).error().key, "suggestion.decided_already");
}

TEST_F(DecidingOnSuggestions, asks_again_when_the_record_says_something_else_by_now) {
  auto other = stored();
  other.phone = "015 000 00 00";
  ASSERT_TRUE(writer_->venues().save(other));
  auto const refused = accept_suggestion(*writer_, said_.id, {{"phone", "015 123 45 67"}}, lea_);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().key, "suggestion.record_changed");
  EXPECT_EQ(refused.error().field, "phone");
  EXPECT_EQ(stored().phone, "015 000 00 00");
  EXPECT_TRUE(accept_suggestion(*writer_, said_.id, {{"phone", "015 000 00 00"}}, lea_));
  EXPECT_EQ(stored().phone, "015 765 43 21");
}

TEST_F(DecidingOnSuggestions, changes_nothing_that_is_off_the_map) {
  auto gone = stored();
  gone.archived_on = lea_.today;
  ASSERT_TRUE(writer_->venues().save(gone));
  EXPECT_EQ(accept_suggestion(*writer_, said_.id, {{"phone", "015 123 45 67"}}, lea_).error().key,
            "suggestion.about_missing");
}

TEST_F(DecidingOnSuggestions, declines_with_a_reason_and_takes_up_again) {
  EXPECT_EQ(decline_suggestion(*writer_, said_.id, " ", lea_).error().key, "suggestion.reason_missing");
  ASSERT_TRUE(park_suggestion(*writer_, said_.id, lea_));
  auto const declined = decline_suggestion(*writer_, said_.id, "Gebeld: het klopt wel.", lea_);
  ASSERT_TRUE(declined);
  EXPECT_EQ(declined->reason, "Gebeld: het klopt wel.");
  EXPECT_TRUE(writer_->suggestions().waiting().empty());
  auto const open = reopen_suggestion(*writer_, said_.id);
  ASSERT_TRUE(open);
  EXPECT_EQ(open->reason + open->decided_by, "");
  EXPECT_EQ(stored(), venue_);
}

TEST_F(DecidingOnSuggestions, confirms_by_the_day_of_the_answer) {
  Suggestion right;
  right.from = SuggestionFrom::organisation;
  right.kind = "venue";
  right.record = venue_.id.uuid();
  right.fields = {{"confirmed_on", {}, "2026-11-20"}};
  auto const left = leave_suggestion(*writer_, right, date(2026, 11, 20));
  ASSERT_TRUE(left);
  ASSERT_TRUE(
      accept_suggestion(*writer_, left->id, {{"confirmed_on", to_field_text(venue_.confirmed_on)}}, lea_));
  EXPECT_EQ(stored().confirmed_on, date(2026, 11, 20));
}

TEST_F(DecidingOnSuggestions, an_answer_about_what_there_is_becomes_an_inquiry) {
  auto const school =
      *writer_->organisations().save(an_organisation(writer_->new_id<Organisation>(), "School"));
  Suggestion answer;
  answer.from = SuggestionFrom::organisation;
  answer.said_by = school.id;
  answer.kind = "inquiry";
  answer.fields = {{"areas", {}, "BU05031203"},
                   {"themes", {}, "technology"},
                   {"ages", {}, "10-12"},
                   {"answer", {}, "none"}};
  auto const left = leave_suggestion(*writer_, answer, date(2026, 11, 20));
  ASSERT_TRUE(left) << left.error().key;
  ASSERT_TRUE(accept_suggestion(*writer_, left->id, {}, lea_));
  auto const inquiries = records<Inquiry>(*writer_).all();
  ASSERT_EQ(inquiries.size(), 1U);
  EXPECT_EQ(inquiries[0].asked, school.id);
  EXPECT_EQ(inquiries[0].ages, (AgeRange{10, 12}));
  EXPECT_EQ(inquiries[0].answer, InquiryAnswer::none);
  EXPECT_EQ(inquiries[0].confirmed_on, date(2026, 11, 20));
}

}  // namespace wegwijzer
