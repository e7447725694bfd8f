// SPDX-License-Identifier: EUPL-1.2
#include "web/theme.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "web/oklch.h"

namespace wegwijzer::web {

namespace {

constexpr double readable = 4.5;        // WCAG 2.2, 1.4.3
constexpr int lightness_halvings = 10;  // of lightness: finer than eyes are

// What stays as in colours.css, which a test compares.
struct Site {
  std::array<Colour, 3> grounds;  // paper, surface, broader-soft
  Colour sun_soft;
  // How light and how strong a soft ground may be, and how much further a button goes under the pointer.
  double main_lightness, main_chroma, accent_lightness, accent_chroma, step;
};

constexpr Site light{.grounds = {Colour{{0xfb, 0xf8, 0xf1}}, {{0xff, 0xff, 0xff}}, {{0xfb, 0xe9, 0xdf}}},
                     .sun_soft = {{0xfd, 0xf1, 0xd0}},
                     .main_lightness = 0.945,
                     .main_chroma = 0.025,
                     .accent_lightness = 0.955,
                     .accent_chroma = 0.045,
                     .step = -0.09};
constexpr Site dark{.grounds = {Colour{{0x17, 0x1c, 0x1c}}, {{0x20, 0x27, 0x27}}, {{0x41, 0x29, 0x1e}}},
                    .sun_soft = {{0x3a, 0x30, 0x19}},
                    .main_lightness = 0.335,
                    .main_chroma = 0.04,
                    .accent_lightness = 0.31,
                    .accent_chroma = 0.04,
                    .step = 0.07};

Colour soft(Colour colour, double lightness, double most_chroma) {
  auto const own = oklch(colour);
  return on_screen({lightness, std::min(own.chroma, most_chroma), own.hue});
}

bool is_read_on(Colour shown, std::vector<Colour> const& grounds) {
  return std::ranges::all_of(grounds, [&](Colour ground) { return contrast(shown, ground) >= readable; });
}

// The colour, or the nearest of its hue in the direction in which it can be read in the end: black or white.
Colour fitted(Colour colour, std::vector<Colour> const& grounds, double end) {
  if (is_read_on(colour, grounds)) return colour;
  auto own = oklch(colour);
  double too_near = own.lightness, far = end;
  Colour best = on_screen({end, 0, 0});
  for (int i = 0; i < lightness_halvings; ++i) {
    own.lightness = (too_near + far) / 2;
    auto const tried = on_screen(own);
    bool const fits = is_read_on(tried, grounds);
    if (fits) best = tried;
    (fits ? far : too_near) = own.lightness;
  }
  return best;
}

Colour further(Colour colour, std::vector<Colour> const& grounds, double step) {
  auto own = oklch(colour);
  own.lightness = std::clamp(own.lightness + step, 0.0, 1.0);
  auto const tried = on_screen(own);
  return is_read_on(tried, grounds) ? tried : colour;
}

// One of these is readable on any colour: black and white alone would do.
Colour on(Colour ground) {
  constexpr std::array<Colour, 3> inks{Colour{{0x1d, 0x2b, 0x2a}}, {{0xff, 0xff, 0xff}}, {{0, 0, 0}}};
  return *std::ranges::find_if(inks, [&](Colour ink) { return contrast(ink, ground) >= readable; });
}

void add_main(Roles& roles, Colour main, Colour sun_soft, Site const& site) {
  auto const own_soft = soft(main, site.main_lightness, site.main_chroma);
  std::vector<Colour> grounds(site.grounds.begin(), site.grounds.end());
  grounds.insert(grounds.end(), {own_soft, sun_soft});
  auto const primary = fitted(main, grounds, site.step < 0 ? 0 : 1);
  roles.insert(roles.end(), {{"primary", primary},
                             {"primary-strong", further(primary, grounds, site.step)},
                             {"primary-soft", own_soft},
                             {"dot", primary}});
}

std::string block(OwnColours const& own, tiles::Look look) {
  std::string out;
  for (auto const& [role, colour] : theme_of(own, look))
    out += fmt::format("    --{}: {};\n", role, text(colour));
  return out;
}

}  // namespace

OwnColours own_colours(Ecosystem const& ecosystem) {
  return {ecosystem.colour, ecosystem.accent};
}

std::optional<Colour> colour_of(Roles const& roles, std::string_view role) {
  auto const found = std::ranges::find(roles, role, &Roles::value_type::first);
  return found == roles.end() ? std::nullopt : std::optional(found->second);
}

Roles theme_of(OwnColours const& own, tiles::Look look) {
  auto const& site = look == tiles::Look::light ? light : dark;
  Roles roles;
  auto sun_soft = site.sun_soft;
  if (own.accent) {
    sun_soft = soft(*own.accent, site.accent_lightness, site.accent_chroma);
    roles = {{"sun", *own.accent}, {"sun-soft", sun_soft}, {"on-sun", on(*own.accent)}};
  }
  if (own.main) add_main(roles, *own.main, sun_soft, site);
  return roles;
}

std::string theme_sheet(OwnColours const& own) {
  if (!own.main && !own.accent) return "";
  return fmt::format(
      "@media screen {{\n  :root {{\n{}  }}\n}}\n"
      "@media screen and (prefers-color-scheme: dark) {{\n  :root {{\n{}  }}\n}}\n",
      block(own, tiles::Look::light), block(own, tiles::Look::dark));
}

}  // namespace wegwijzer::web
