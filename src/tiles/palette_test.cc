// SPDX-License-Identifier: EUPL-1.2
#include "tiles/palette.h"

#include <gtest/gtest.h>

namespace wegwijzer::tiles {

namespace {

constexpr double readable = 4.5;  // WCAG 2.2, 1.4.3, level AA

class Colours : public testing::TestWithParam<Look> {
 protected:
  void readable_on(std::string_view ink, std::initializer_list<std::string_view> grounds) {
    for (auto const ground : grounds) EXPECT_GE(contrast(ink, ground), readable) << ink << " on " << ground;
  }

  Palette const& colours() const { return palette(GetParam()); }
};

INSTANTIATE_TEST_SUITE_P(All, Colours, testing::Values(Look::light, Look::dark));

}  // namespace

TEST(Contrast, is_21_between_black_and_white_and_1_between_equals) {
  EXPECT_NEAR(contrast("#000000", "#ffffff"), 21, 1e-9);
  EXPECT_NEAR(contrast("#ffffff", "#000000"), 21, 1e-9);
  EXPECT_NEAR(contrast("#8a6a3a", "#8a6a3a"), 1, 1e-9);
}

TEST_P(Colours, let_names_be_read_on_whatever_they_may_lie) {
  auto const& c = colours();
  auto const grounds = {c.land, c.halo, c.water, c.wood, c.park, c.grass, c.nature, c.building};
  readable_on(c.ink, grounds);
  readable_on(c.soft_ink, grounds);
  readable_on(c.soft_ink, {c.street, c.through_street, c.main_street});
  readable_on(c.water_ink, {c.water, c.halo, c.land});
  readable_on(c.green_ink, {c.wood, c.park, c.grass, c.nature, c.halo, c.land});
}

TEST_P(Colours, let_numbers_be_read_on_their_dots_and_dots_be_seen_on_the_map) {
  auto const& c = colours();
  readable_on(c.dot_ink, {c.dot});
  // WCAG 2.2, 1.4.11: what is not text needs 3 to 1.
  for (auto const ground : {c.land, c.water, c.wood, c.park, c.building, c.street}) {
    EXPECT_GE(contrast(c.dot, ground), 3) << ground;
  }
}

}  // namespace wegwijzer::tiles
