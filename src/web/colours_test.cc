// SPDX-License-Identifier: EUPL-1.2
// The colours of web/style: each has a light and a dark value, and what is read on what can be
// read.
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <string>

#include "kit/style_sheet.h"
#include "tiles/palette.h"

namespace wegwijzer::web {

namespace {

constexpr double readable = 4.5;  // WCAG 2.2, 1.4.3
constexpr double visible = 3;     // WCAG 2.2, 1.4.11

using Colours = std::map<std::string, std::string>;

// What follows a text, up to the first brace that closes.
std::string block_after(std::string const& text, std::string const& opening) {
  auto const begin = text.find(opening);
  return begin == text.npos ? "" : text.substr(begin, text.find('}', begin) - begin);
}

Colours colours_in(std::string const& block) {
  static std::regex const one("--([a-z-]+): (#[0-9a-f]{6});");
  Colours found;
  for (std::sregex_iterator at(block.begin(), block.end(), one), end; at != end; ++at)
    found[(*at)[1]] = (*at)[2];
  return found;
}

Colours colours_of(tiles::Look look) {
  auto const* const dark = "@media screen and (prefers-color-scheme: dark)";
  return colours_in(block_after(style_sheet(), look == tiles::Look::dark ? dark : ":root {\n  color-scheme"));
}

Colours on_paper() {
  return colours_in(block_after(style_sheet(), "  :root {\n    --ink: #000000;"));
}

class SiteColours : public testing::TestWithParam<tiles::Look> {
 protected:
  void contrast_of(char const* shown, double least, std::initializer_list<char const*> grounds) {
    for (auto const* ground : grounds) {
      EXPECT_GE(tiles::contrast(colours_.at(shown), colours_.at(ground)), least) << shown << " on " << ground;
    }
  }

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

TEST_P(SiteColours, let_text_be_read) {
  contrast_of("ink", readable, {"paper", "surface", "primary-soft", "sun-soft", "broader-soft"});
  contrast_of("soft", readable, {"paper", "surface", "primary-soft", "broader-soft"});
  contrast_of("primary", readable, {"paper", "surface", "primary-soft", "sun-soft", "broader-soft"});
  contrast_of("primary-strong", readable, {"paper", "surface", "primary-soft", "sun-soft", "broader-soft"});
  contrast_of("on-primary", readable, {"primary", "primary-strong"});
  contrast_of("on-sun", readable, {"sun"});
  contrast_of("broader", readable, {"surface", "broader-soft"});
  contrast_of("problem", readable, {"paper", "surface"});
  contrast_of("dot-ink", readable, {"dot", "dot-picked"});
}

TEST_P(SiteColours, let_controls_be_seen) {
  contrast_of("control", visible, {"paper", "surface"});
  contrast_of("primary", visible, {"paper", "surface", "primary-soft"});
  contrast_of("ink", visible, {"paper", "surface"});  // around what has the focus
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
