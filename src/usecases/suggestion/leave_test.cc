// SPDX-License-Identifier: EUPL-1.2
// What somebody outside says of the map: kept with the day and nothing else, compared with what stands there,
// and bounded.
#include "usecases/suggestion/leave.h"

#include <gtest/gtest.h>

#include "kit/builders.h"
#include "kit/fixed_time.h"
#include "kit/temporary_folder.h"
#include "storage/sqlite_store.h"

namespace wegwijzer {

class LeavingSuggestions : public testing::Test {
 protected:
  LeavingSuggestions() {
    auto hall = a_venue(writer_->new_id<Venue>());
    hall.phone = "015 123 45 67";
    venue_ = *writer_->venues().save(hall);
  }

  Suggestion of_venue(std::vector<ProposedField> fields, std::string message = "") const {
    Suggestion said;
    said.page = "/venues/" + text(venue_.id);
    said.kind = "venue";
    said.record = venue_.id.uuid();
    said.fields = std::move(fields);
    said.message = std::move(message);
    return said;
  }

  Result<Suggestion> leave(Suggestion said) { return leave_suggestion(*writer_, std::move(said), today_); }

  std::string refusal(Suggestion said) {
    auto const left = leave(std::move(said));
    return left ? "" : left.error().key;
  }

  TemporaryFolder folder_;
  FixedClock clock_;
  CountingIds ids_;
  std::unique_ptr<Store> store_ = *open_store(folder_.path("s"), IfMissing::create, clock_, ids_);
  std::unique_ptr<Writer> writer_ = store_->writer(an_ecosystem(), {"visitor"});
  Date today_ = date(2026, 11, 24);
  Venue venue_;
};

TEST_F(LeavingSuggestions, keeps_what_stands_there_beside_what_should) {
  auto const left = leave(of_venue({{"phone", {}, "015 765 43 21"}}));
  ASSERT_TRUE(left);
  EXPECT_EQ(left->fields, (std::vector<ProposedField>{{"phone", "015 123 45 67", "015 765 43 21"}}));
  EXPECT_EQ(left->received_on, today_);
  EXPECT_EQ(left->state, SuggestionState::open);
  EXPECT_EQ(writer_->suggestions().waiting(), std::vector{*left});
}

TEST_F(LeavingSuggestions, tells_no_time_of_day) {
  auto const first = leave(of_venue({}, "Eén"));
  auto const second = leave(of_venue({}, "Twee"));
  ASSERT_TRUE(first && second);
  EXPECT_NE(first->id, second->id);
  // A UUIDv7 begins with 48 bits of milliseconds.
  EXPECT_TRUE(text(first->id).starts_with("00000000-0000-7")) << text(first->id);
}

TEST_F(LeavingSuggestions, leaves_out_what_would_stay_as_it_is) {
  EXPECT_EQ(refusal(of_venue({{"phone", {}, "015 123 45 67"}})), "suggestion.no_change");
  auto const left = leave(of_venue({{"phone", {}, "015 123 45 67"}, {"website", {}, "https://hal.example"}}));
  ASSERT_TRUE(left);
  EXPECT_EQ(left->fields.size(), 1U);
}

TEST_F(LeavingSuggestions, refuses_what_says_nothing_or_too_much) {
  Suggestion nothing;
  nothing.page = "/about";
  nothing.message = " \n ";
  EXPECT_EQ(refusal(nothing), "suggestion.empty");
  std::string thousand;
  for (int i = 0; i < 1000; ++i) thousand += "é";
  EXPECT_EQ(refusal(of_venue({}, thousand + "é")), "suggestion.too_long");
  EXPECT_TRUE(leave(of_venue({}, thousand)));
  auto elsewhere = of_venue({}, "Klopt niet");
  elsewhere.page = "https://elders.example/";
  EXPECT_EQ(refusal(elsewhere), "suggestion.page_invalid");
  auto gone = of_venue({}, "Weg");
  gone.record = Uuid{1, 2};
  EXPECT_EQ(refusal(gone), "suggestion.about_missing");
  EXPECT_EQ(refusal(of_venue({{"pupils", {}, "heel veel"}})), "suggestion.field_invalid");
  EXPECT_EQ(refusal(of_venue({{"owner", {}, "ik"}})), "suggestion.field_invalid");
}

TEST_F(LeavingSuggestions, keeps_no_query_of_the_page) {
  auto said = of_venue({}, "Klopt niet");
  said.page = "/offerings?near=52.1,4.3#lijst";
  EXPECT_EQ(leave(said)->page, "/offerings");
}

TEST_F(LeavingSuggestions, said_twice_is_kept_once) {
  auto const first = leave(of_venue({}, "De deur is dicht"));
  EXPECT_EQ(leave(of_venue({}, "De deur is dicht ")), first);
  EXPECT_EQ(writer_->suggestions().count_waiting(), 1U);
}

TEST_F(LeavingSuggestions, are_no_flood) {
  for (std::size_t i = 0; i < most_waiting_about_one; ++i) {
    ASSERT_TRUE(leave(of_venue({}, "Nummer " + std::to_string(i))));
  }
  EXPECT_EQ(refusal(of_venue({}, "Nog een")), "suggestion.full_of_this");
  Suggestion of_page;
  of_page.page = "/about";
  for (auto i = most_waiting_about_one; i < most_waiting; ++i) {
    of_page.message = "Nummer " + std::to_string(i);
    ASSERT_TRUE(leave(of_page));
  }
  of_page.message = "Nog een";
  EXPECT_EQ(refusal(of_page), "suggestion.full");
  // Whom we asked is heard whatever waits.
  of_page.from = SuggestionFrom::organisation;
  EXPECT_TRUE(leave(of_page));
}

}  // namespace wegwijzer
