// SPDX-License-Identifier: EUPL-1.2
// What a running program has reckoned is there after an edit as well, and is right.
#include "usecases/opportunity/opportunities.h"

#include <gtest/gtest.h>

#include "kit/drawn_atlas.h"

namespace wegwijzer {

namespace {

Date const day_of_edit = date(2026, 11, 24);
constexpr std::size_t some_profile = 60;  // nine years

class AnEdit : public testing::Test {
 protected:
  AnEdit() {
    draft_.add_buurt_between('H', 'A', "BU00010101", "Het Eind");
    draft_.add_home('H', "BU00010101", 9, 10);
    club_ = draft_.add(draft_.an_offering_at('A').titled("Club").for_ages(8, 12).costing({}));
    atlas_ = std::make_shared<Atlas const>(draft_.atlas());
    before_ = made(atlas_, nullptr);
  }

  static std::shared_ptr<Opportunities const> made(std::shared_ptr<Atlas const> const& atlas,
                                                   Opportunities const* before) {
    auto model = std::make_shared<OpportunityModel const>(atlas, OpportunityParameters(), day_of_edit, 1,
                                                          ModelWatch(), before ? &before->model() : nullptr);
    return std::make_shared<Opportunities const>(std::move(model), 1, before);
  }

  std::shared_ptr<Opportunities const> after() {
    return made(std::make_shared<Atlas const>(draft_.atlas(atlas_.get())), before_.get());
  }

  Index<Area> area() const { return *atlas_->areas().find(*AreaCode::parse("BU00010101")); }

  double supported(Opportunities const& opportunities) const {
    return opportunities.around(area())->of(area(), some_profile)->funnel.supported;
  }

  AtlasDraft draft_{"H---A"};
  Id<Offering> club_;
  std::shared_ptr<Atlas const> atlas_;
  std::shared_ptr<Opportunities const> before_;
};

}  // namespace

TEST_F(AnEdit, keeps_what_was_asked_for) {
  auto const was = supported(*before_);
  Particulars const wheelchair{access_bits({Access::wheelchair})};
  before_->around(area(), wheelchair)->reckon(some_profile, {});
  draft_.offering(club_).price = Price{{20'000}, Per::month};
  auto const now = after();
  EXPECT_TRUE(now->around(area())->is_reckoned(some_profile));
  EXPECT_FALSE(now->around(area())->is_reckoned(some_profile + 1)) << "nobody asked for it";
  EXPECT_TRUE(now->around(area(), wheelchair)->is_reckoned(some_profile));
  EXPECT_LT(supported(*now), was);
  EXPECT_NEAR(supported(*now), supported(*made(now->model().shared_atlas(), nullptr)), 1e-12);
}

TEST_F(AnEdit, of_more_than_offerings_forgets_all) {
  supported(*before_);
  draft_.provider().name = "Een andere naam";
  EXPECT_FALSE(after()->around(area())->is_reckoned(some_profile));
}

// Visitors who ask for ever other particulars do not push out what everybody asks for.
TEST_F(AnEdit, does_not_lose_the_usual_to_particulars) {
  supported(*before_);
  for (std::uint8_t needs = 1; needs < 40; ++needs) before_->around(area(), {needs, 0});
  EXPECT_TRUE(before_->around(area())->is_reckoned(some_profile));
}

}  // namespace wegwijzer
