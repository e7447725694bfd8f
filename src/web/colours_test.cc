// SPDX-License-Identifier: EUPL-1.2
// The colours of web/style: each has a light and a dark value, and what is read on what can be
// read.
#include "kit/colours.h"

#include <gtest/gtest.h>

#include <regex>
#include <string>

#include "tiles/palette.h"

namespace wegwijzer::web {

namespace {

constexpr double visible = 3;  // WCAG 2.2, 1.4.11

Colours on_paper() {
  return colours_in(block_after(style_sheet(), "  :root {\n    --ink: #000000;"));
}

class SiteColours : public testing::TestWithParam<tiles::Look> {
 protected:
  Colours const colours_ = colours_of(GetParam());
};

INSTANTIATE_TEST_SUITE_P(All, SiteColours, testing::Values(tiles::Look::light, tiles::Look::dark));

}  // namespace

TEST(Style, names_every_colour_once_for_light_and_once_for_dark) {
  auto const light = colours_of(tiles::Look::light), dark = colours_of(tiles::Look::dark);
  ASSERT_FALSE(light.empty());
  for (auto const& [name, value] : light) EXPECT_TRUE(dark.contains(name)) << name;
  EXPECT_EQ(light.size(), dark.size());
}

TEST(Style, writes_colours_nowhere_else) {
  auto const text = style_sheet();
  std::regex const colour("#[0-9a-fA-F]{3,8}\\b|\\b(rgb|hsl)a?\\(|: (white|black)\\b");
  auto const found = std::distance(std::sregex_iterator(text.begin(), text.end(), colour), {});
  auto const on_screen = 2 * colours_of(tiles::Look::light).size();
  EXPECT_EQ(static_cast<std::size_t>(found), on_screen + on_paper().size());
}

TEST(Style, is_black_on_white_on_paper) {
  for (auto const& [name, value] : on_paper()) EXPECT_EQ(value.substr(1, 2), value.substr(3, 2)) << name;
  EXPECT_EQ(on_paper().at("ink"), "#000000");
  EXPECT_EQ(on_paper().at("paper"), "#ffffff");
}

TEST(Style, uses_only_what_it_names) {
  auto const text = style_sheet();
  std::regex const used("var\\((--[a-z-]+)");
  for (std::sregex_iterator at(text.begin(), text.end(), used), end; at != end; ++at) {
    EXPECT_NE(text.find("  " + (*at)[1].str() + ": "), text.npos) << (*at)[1];
  }
}

TEST_P(SiteColours, can_be_told_apart) {
  for (auto const& [shown, ground, least] : colour_pairs()) {
    EXPECT_GE(tiles::contrast(colours_.at(shown), colours_.at(ground)), least) << shown << " on " << ground;
  }
}

TEST_P(SiteColours, of_dots_are_those_of_the_map) {
  auto const& map = tiles::palette(GetParam());
  EXPECT_EQ(colours_.at("dot"), map.dot);
  EXPECT_EQ(colours_.at("dot-ink"), map.dot_ink);
  for (auto const ground : {map.land, map.water, map.park, map.building, map.street}) {
    EXPECT_GE(tiles::contrast(colours_.at("dot-picked"), ground), visible) << ground;
  }
}

}  // namespace wegwijzer::web
