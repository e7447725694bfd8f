// SPDX-License-Identifier: EUPL-1.2
// The notice board: what stands open until when, what fits what, who hears of it, and what was agreed.
#include "usecases/notice/board.h"

#include <gtest/gtest.h>

#include "kit/drawn_atlas.h"
#include "kit/temporary_folder.h"
#include "storage/sqlite_store.h"
#include "usecases/notice/matches.h"

namespace wegwijzer::notice_board {

using std::chrono::days;

constexpr auto const* noor = "person:00000000-0000-0001-0000-000000000001";
constexpr auto const* ben = "person:00000000-0000-0002-0000-000000000002";

class NoticeBoard : public testing::Test {
 protected:
  NoticeBoard() {
    for (auto* one : {&club_, &museum_, &school_}) {
      *one = writer_->organisations().save(an_organisation(writer_->new_id<Organisation>()))->id;
    }
  }

  void as(std::string actor) {
    writer_->commit();
    writer_ = store_->writer(an_ecosystem(), {std::move(actor)});
  }

  WrittenNotice written(Id<Organisation> by, NoticeSide side, std::vector<char const*> const& codes = {},
                        NoticeWhat what = NoticeWhat::room) const {
    WrittenNotice out{side, what, "Een ruimte", "", by};
    for (auto const* const code : codes) out.themes.push_back(*ThemeCode::parse(code));
    return out;
  }

  Notice place(WrittenNotice const& notice, Date day = date(2026, 11, 24)) {
    return *place_notice(*writer_, notice, day);
  }

  std::vector<Id<Notice>> matches(Notice const& notice) {
    std::vector<Id<Notice>> ids;
    for (auto const& one : matches_of(notice, records<Notice>(*writer_).all(), themes_, today_)) {
      ids.push_back(one.notice.id);
    }
    return ids;
  }

  std::vector<Id<accounts::Person>> told(Notice const& placed, Date day) {
    std::vector<Id<accounts::Person>> people;
    for (auto const& one : to_be_told_of(*writer_, placed, themes_, day)) people.push_back(one.person);
    return people;
  }

  TemporaryFolder folder_;
  FixedClock clock_;
  CountingIds ids_;
  std::unique_ptr<Store> store_ = *open_store(folder_.path("s"), IfMissing::create, clock_, ids_);
  std::unique_ptr<Writer> writer_ = store_->writer(an_ecosystem(), {"test"});
  Themes themes_{a_vocabulary()->themes};
  Date today_ = date(2026, 11, 24);
  Id<Organisation> club_, museum_, school_;
};

TEST_F(NoticeBoard, closes_what_is_past_its_day_by_itself) {
  auto asked = written(club_, NoticeSide::asked);
  asked.until = today_ + days(2);
  auto const notice = place(asked);
  EXPECT_TRUE(stands_open(notice, today_ + days(2)));
  EXPECT_FALSE(stands_open(notice, today_ + days(3)));
  EXPECT_EQ(place(written(club_, NoticeSide::asked)).until, today_ + days(60));
}

TEST_F(NoticeBoard, tells_what_is_wrong_of_which_field) {
  auto wrong = written(club_, NoticeSide::asked);
  wrong.until = today_ - days(1);
  EXPECT_EQ(place_notice(*writer_, wrong, today_).error().field, "until");
  wrong.until = today_ + days(367);
  EXPECT_EQ(place_notice(*writer_, wrong, today_).error().key, "talk.until_far");
  wrong.until = today_;
  EXPECT_TRUE(place_notice(*writer_, wrong, today_));
  wrong.title = " ";
  EXPECT_EQ(place_notice(*writer_, wrong, today_).error().field, "title");
  EXPECT_EQ(
      place_notice(*writer_, written(Id<Organisation>(Uuid{9, 9}), NoticeSide::asked), today_).error().key,
      "notice.organisation_missing");
}

TEST_F(NoticeBoard, shows_what_ends_soonest_first_and_what_is_over_last) {
  auto const late = place(written(club_, NoticeSide::asked));
  auto soon = written(club_, NoticeSide::asked);
  soon.until = today_ + days(1);
  auto const first = place(soon);
  auto const closed = place(written(club_, NoticeSide::asked));
  ASSERT_TRUE(close_notice(*writer_, closed.id, closed.version));
  std::vector<Id<Notice>> order;
  for (auto const& one : notices_on_board(*writer_, today_)) order.push_back(one.id);
  EXPECT_EQ(order, (std::vector{first.id, late.id, closed.id}));
}

TEST_F(NoticeBoard, is_changed_and_closed_while_it_stands_open) {
  auto const notice = place(written(club_, NoticeSide::asked));
  auto other = written(club_, NoticeSide::offered);
  auto const changed = change_notice(*writer_, notice.id, notice.version, other, today_);
  ASSERT_TRUE(changed);
  EXPECT_EQ(changed->side, NoticeSide::offered);
  EXPECT_EQ(change_notice(*writer_, notice.id, notice.version, other, today_).error().key,
            "record.changed_meanwhile");
  auto const closed = close_notice(*writer_, notice.id, changed->version);
  ASSERT_TRUE(closed);
  EXPECT_EQ(change_notice(*writer_, notice.id, closed->version, other, today_).error().key, "notice.over");
  auto const again = open_notice_again(*writer_, notice.id, closed->version, today_ + days(100));
  ASSERT_TRUE(again);
  EXPECT_TRUE(stands_open(*again, today_ + days(100)));
}

// technology is above robotics; nature stands alone. A room that names no theme may be for any.
TEST_F(NoticeBoard, fits_the_other_side_by_what_and_theme_best_first) {
  auto const asked = place(written(club_, NoticeSide::asked, {"robotics", "nature"}));
  auto const any = place(written(museum_, NoticeSide::offered));
  auto const one = place(written(museum_, NoticeSide::offered, {"technology"}));
  auto const two = place(written(museum_, NoticeSide::offered, {"technology", "nature"}));
  place(written(museum_, NoticeSide::offered, {"music"}));
  place(written(museum_, NoticeSide::offered, {"robotics"}, NoticeWhat::money));
  place(written(museum_, NoticeSide::asked, {"robotics"}));
  place(written(club_, NoticeSide::offered, {"robotics"}));
  auto const closed = place(written(museum_, NoticeSide::offered, {"robotics"}));
  ASSERT_TRUE(close_notice(*writer_, closed.id, closed.version));
  EXPECT_EQ(matches(asked), (std::vector{two.id, one.id, any.id}));
  // Siblings do not share.
  EXPECT_EQ(matches(place(written(school_, NoticeSide::asked, {"chemistry"}))),
            (std::vector{two.id, one.id, any.id}));
}

TEST_F(NoticeBoard, is_told_to_who_placed_what_fits_once_a_day) {
  as(noor);
  place(written(club_, NoticeSide::asked, {"robotics"}), today_ - days(5));
  place(written(club_, NoticeSide::asked, {"technology"}), today_ - days(5));
  as(ben);
  auto const first = place(written(museum_, NoticeSide::offered, {"robotics"}));
  EXPECT_EQ(told(first, today_), std::vector{Id<accounts::Person>(Uuid{1, 1})});
  auto const second = place(written(school_, NoticeSide::offered, {"robotics"}));
  EXPECT_TRUE(told(second, today_).empty()) << "once a day";
  auto const next = place(written(school_, NoticeSide::offered, {"robotics"}), today_ + days(1));
  EXPECT_EQ(told(next, today_ + days(1)).size(), 1U);
  auto const nothing = place(written(school_, NoticeSide::offered, {"music"}), today_ + days(2));
  EXPECT_TRUE(told(nothing, today_ + days(2)).empty());
}

TEST_F(NoticeBoard, is_not_told_to_who_placed_it) {
  as(noor);
  place(written(club_, NoticeSide::asked));
  EXPECT_TRUE(told(place(written(museum_, NoticeSide::offered)), today_).empty());
}

TEST_F(NoticeBoard, puts_what_was_agreed_on_the_map_once) {
  auto const notice = place(written(club_, NoticeSide::asked));
  EXPECT_EQ(agree_on_notice(*writer_, notice.id, club_, notice.version).error().key, "notice.with_itself");
  EXPECT_EQ(agree_on_notice(*writer_, notice.id, Id<Organisation>(Uuid{9, 9}), notice.version).error().field,
            "agreed_with");
  auto const agreed = agree_on_notice(*writer_, notice.id, museum_, notice.version);
  ASSERT_TRUE(agreed);
  EXPECT_EQ(agreed->state, NoticeState::agreed);
  EXPECT_FALSE(work_together_on_map(*writer_, museum_, club_));
  ASSERT_TRUE(put_agreement_on_map(*writer_, *agreed, today_));
  ASSERT_TRUE(put_agreement_on_map(*writer_, *agreed, today_));
  auto const all = records<Collaboration>(*writer_).all();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].kind, CollaborationKind::works_together);
  EXPECT_EQ(all[0].about, "Een ruimte");
  EXPECT_TRUE(work_together_on_map(*writer_, museum_, club_));
  ASSERT_TRUE(suggest_agreement(*writer_, *agreed, "Zij werken samen", today_));
  EXPECT_TRUE(writer_->suggestions().waiting().empty()) << "it is on the map already";
}

TEST_F(NoticeBoard, suggests_what_was_agreed_to_who_keeps_the_map) {
  auto const notice = place(written(club_, NoticeSide::asked));
  auto const agreed = *agree_on_notice(*writer_, notice.id, museum_, notice.version);
  ASSERT_TRUE(suggest_agreement(*writer_, agreed, "Zij werken samen", today_));
  auto const waiting = writer_->suggestions().waiting();
  ASSERT_EQ(waiting.size(), 1U);
  EXPECT_EQ(waiting[0].record, club_.uuid());
  EXPECT_EQ(waiting[0].from, SuggestionFrom::colleague);
  EXPECT_TRUE(records<Collaboration>(*writer_).all().empty());
}

}  // namespace wegwijzer::notice_board
