// SPDX-License-Identifier: EUPL-1.2
// Whatever colours an ecosystem brings, everything on its pages can be read, and they stay what they are
// where that is possible.
#include "web/theme.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kit/colours.h"
#include "kit/golden.h"
#include "web/oklch.h"

namespace wegwijzer::web {

namespace {

using tiles::Look;

constexpr std::array looks{Look::light, Look::dark};

Colour colour(char const* text) {
  return Colour::parse(text).value();
}

// The style sheet of the site with the roles of the theme over it.
Colours with_theme(OwnColours const& own, Look look) {
  static std::map const of_site{std::pair{Look::light, colours_of(Look::light)},
                                std::pair{Look::dark, colours_of(Look::dark)}};
  auto colours = of_site.at(look);
  for (auto const& [role, own_colour] : theme_of(own, look)) colours.at(std::string(role)) = text(own_colour);
  return colours;
}

void expect_all_told_apart(OwnColours const& own) {
  for (auto const look : looks) {
    auto const colours = with_theme(own, look);
    for (auto const& [shown, ground, least] : colour_pairs()) {
      RC_TAG(shown);
      RC_ASSERT(tiles::contrast(colours.at(shown), colours.at(ground)) >= least);
    }
    auto const& map = tiles::palette(look);
    for (auto const ground : {map.land, map.water, map.park, map.building, map.street}) {
      RC_ASSERT(tiles::contrast(colours.at("dot"), ground) >= 3);
    }
  }
}

Colour role(Roles const& roles, std::string_view name) {
  return std::ranges::find(roles, name, &Roles::value_type::first)->second;
}

}  // namespace

}  // namespace wegwijzer::web

namespace rc {

template <>
struct Arbitrary<wegwijzer::Colour> {
  static Gen<wegwijzer::Colour> arbitrary() {
    return gen::map(gen::container<std::vector<int>>(3, gen::inRange(0, 256)), [](auto const& channels) {
      wegwijzer::Colour colour;
      for (std::size_t i = 0; i < 3; ++i) colour.channels[i] = static_cast<std::uint8_t>(channels[i]);
      return colour;
    });
  }
};

}  // namespace rc

namespace wegwijzer::web {

RC_GTEST_PROP(Theme, can_be_read_whatever_the_colours, (Colour main, Colour accent)) {
  expect_all_told_apart({main, {}});
  expect_all_told_apart({{}, accent});
  expect_all_told_apart({main, accent});
}

// The edges, where there is least room: all colours of which each channel is one of five.
TEST(Theme, can_be_read_in_every_corner_of_all_colours) {
  constexpr std::array<std::uint8_t, 5> steps{0, 64, 128, 192, 255};
  for (auto const red : steps) {
    for (auto const green : steps) {
      for (auto const blue : steps) {
        Colour const one{{red, green, blue}};
        for (auto const look : looks) {
          auto const colours = with_theme({one, one}, look);
          for (auto const& [shown, ground, least] : colour_pairs()) {
            EXPECT_GE(tiles::contrast(colours.at(shown), colours.at(ground)), least)
                << text(one) << ": " << shown << " on " << ground;
          }
        }
      }
    }
  }
}

RC_GTEST_PROP(Theme, leaves_an_accent_as_it_is, (Colour accent)) {
  for (auto const look : looks) RC_ASSERT(role(theme_of({{}, accent}, look), "sun") == accent);
}

RC_GTEST_PROP(Theme, moves_lightness_only_and_no_further_than_needed, (Colour main)) {
  for (auto const look : looks) {
    auto const roles = theme_of({main, {}}, look);
    auto const primary = role(roles, "primary");
    auto least = 21.0;
    auto const colours = with_theme({main, {}}, look);
    for (auto const* ground : {"paper", "surface", "primary-soft", "sun-soft", "broader-soft"}) {
      least = std::min(least, contrast(primary, colour(colours.at(ground).c_str())));
    }
    RC_ASSERT(primary == main || least < 4.7);
  }
}

TEST(Theme, leaves_what_can_be_read_as_it_is) {
  EXPECT_EQ(role(theme_of({colour("#a00020"), {}}, Look::light), "primary"), colour("#a00020"));
  EXPECT_EQ(role(theme_of({colour("#ffff00"), {}}, Look::dark), "primary"), colour("#ffff00"));
  EXPECT_NE(role(theme_of({colour("#ffff00"), {}}, Look::light), "primary"), colour("#ffff00"));
}

TEST(Theme, without_colours_changes_nothing) {
  EXPECT_TRUE(theme_of({}, Look::light).empty());
  EXPECT_EQ(theme_sheet({}), "");
}

TEST(Theme, as_a_style_sheet) {
  expect_golden("web/theme.txt", theme_sheet({colour("#c8102e"), colour("#ffff00")}));
}

RC_GTEST_PROP(Oklch, gives_a_colour_back, (Colour any)) {
  auto const back = on_screen(oklch(any));
  for (std::size_t i = 0; i < 3; ++i) RC_ASSERT(std::abs(back.channels[i] - any.channels[i]) <= 1);
}

}  // namespace wegwijzer::web
