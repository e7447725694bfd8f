// SPDX-License-Identifier: EUPL-1.2
#include "usecases/opportunity/inequality.h"

#include <gtest/gtest.h>

#include <chrono>

#include "kit/drawn_atlas.h"
#include "usecases/opportunity/opportunities.h"

namespace wegwijzer {

namespace {

using namespace std::chrono_literals;

class ADesk : public testing::Test {
 protected:
  ADesk() {
    draft_.add_buurt_between('H', 'A', "BU00010101", "Het Eind");
    draft_.add_home('H', "BU00010101", 9, 30);
    draft_.add_home('A', "BU00010101", 7, 20);
    club_ = draft_.add(draft_.an_offering_at('A').titled("Club").for_ages(6, 12).costing({}));
    opportunities_ = made(nullptr);
  }

  std::shared_ptr<Opportunities const> made(Opportunities const* before) const {
    auto const atlas = std::make_shared<Atlas const>(draft_.atlas());
    auto model =
        std::make_shared<OpportunityModel const>(atlas, OpportunityParameters(), date(2026, 11, 24), 1,
                                                 ModelWatch(), before ? &before->model() : nullptr);
    return std::make_shared<Opportunities const>(std::move(model), 1, before);
  }

  std::optional<InequalityOfPlace> ask(ChildWish const& wish = {}) const {
    auto const area = opportunities_->model().atlas().areas().find(*AreaCode::parse("BU00010101"));
    return opportunities_->inequality(*area, wish);
  }

  // Of the opportunities as they are now.
  std::optional<InequalityOfPlace> ask_until_sure(ChildWish const& wish = {}) const {
    for (int i = 0; i < 2'000; ++i) {
      auto answer = ask(wish);
      if (!answer || answer->sure) return answer;
      std::this_thread::sleep_for(10ms);
    }
    return std::nullopt;
  }

  AtlasDraft draft_{"H----A"};
  Id<Offering> club_;
  std::shared_ptr<Opportunities const> opportunities_;
};

}  // namespace

TEST_F(ADesk, gives_figures_at_once_and_how_sure_they_are_later) {
  auto const first = ask();
  ASSERT_TRUE(first);
  EXPECT_GT(first->figures->spread.mean, 0);
  EXPECT_TRUE(first->margins == Margins::waiting || first->margins == Margins::running);
  auto const later = ask_until_sure();
  ASSERT_TRUE(later && later->sure);
  EXPECT_EQ(later->figures, first->figures) << "kept";
  EXPECT_EQ(later->sure->draws, usual_draws);
  EXPECT_EQ(later->margins, Margins::there);
  EXPECT_TRUE(later->to_ask);
  EXPECT_LT(later->sure->low.spread.mean, later->sure->high.spread.mean);
}

TEST_F(ADesk, tells_other_children_apart) {
  auto const all = ask();
  auto const nine = ask({.ages = AgeRange{9, 9}});
  ASSERT_TRUE(all && nine);
  EXPECT_NEAR(all->figures->children, 50, 1e-9);
  EXPECT_NEAR(nine->figures->children, 30, 1e-9);
  EXPECT_FALSE(ask({.ages = AgeRange{14, 14}})) << "none of that age live there";
}

TEST_F(ADesk, after_a_change_has_new_figures_and_begins_anew) {
  auto const before = ask_until_sure();
  ASSERT_TRUE(before && before->sure);
  draft_.offering(club_).price = Price{{30'000}, Per::month};
  opportunities_ = made(opportunities_.get());
  auto const now = ask();
  EXPECT_LT(now->figures->spread.mean, before->figures->spread.mean);
  EXPECT_NE(now->sure, before->sure) << "intervals of before are not set beside figures of after";
  auto const later = ask_until_sure();
  ASSERT_TRUE(later && later->sure);
  EXPECT_LT(later->sure->high.spread.mean, before->sure->high.spread.mean);
}

TEST_F(ADesk, keeps_what_is_known_of_all_children_whatever_else_is_asked) {
  auto const all = ask_until_sure();
  ASSERT_TRUE(all && all->sure);
  for (int from = 4; from <= 9; ++from) {
    for (auto const& [going, name] : choices<Going>) {
      for (auto const& [purse, of] : choices<Purse>) {
        (void)ask({.ages = AgeRange{from, 9}, .going = going, .purse = purse});
      }
    }
  }
  EXPECT_EQ(ask()->sure, all->sure);
}

TEST_F(ADesk, always_begins_with_all_children) {
  for (int from = 4; from <= 9; ++from) (void)ask({.ages = AgeRange{from, 9}});
  EXPECT_NE(ask()->margins, Margins::too_busy);
}

TEST_F(ADesk, has_a_limit_to_who_waits_and_ends_while_they_do) {
  std::size_t busy = 0;
  for (int age = 4; age <= 14; ++age) {
    for (auto const& [going, name] : choices<Going>) {
      auto const answer = ask({.ages = AgeRange{6, std::max(6, age)}, .going = going});
      if (answer && answer->margins == Margins::too_busy) ++busy;
    }
  }
  EXPECT_GT(busy, 0U);
  opportunities_ = nullptr;  // does not wait for those jobs
}

}  // namespace wegwijzer
