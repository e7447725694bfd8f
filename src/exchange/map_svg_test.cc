// SPDX-License-Identifier: EUPL-1.2
#include "exchange/map_svg.h"

#include <gtest/gtest.h>

#include <sstream>

#include "kit/drawn_town.h"

namespace wegwijzer {

namespace {

std::size_t count(std::string const& text, std::string_view what) {
  std::size_t found = 0;
  for (auto at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++found;
  return found;
}

}  // namespace

TEST(MapSvg, draws_every_street_once_with_its_border_and_what_lies_in_the_frame_only) {
  auto const town = draw(R"(
    A---B---C
    |       #
    D---E---F
  )");
  auto const frame = frame_around(*town.streets());
  ASSERT_TRUE(frame);
  // 800 by 200 m: one sign is 100 m, so the square reaches 400 m from its middle, and two percent more.
  EXPECT_NEAR(frame->half_width.value, 408, 1);
  Basemap basemap;
  auto const at = town.at('A');
  auto const far = GeoPoint{at.latitude + 10'000'000, at.longitude};
  basemap.areas.push_back({MapAreaKind::water, {{{at, town.at('B'), town.at('E'), at}, {}}}});
  basemap.areas.push_back({MapAreaKind::water, {{{far, far, far, far}, {}}}});
  std::ostringstream out;
  write_map_svg(out, *town.streets(), basemap, *frame);
  auto const svg = out.str();
  EXPECT_EQ(count(svg, "<path"), 1U);
  // Five streets with a border each; the footpath between C and F, in two pieces (its sign is a crossing),
  // without.
  EXPECT_EQ(count(svg, "<polyline"), 12U);
  EXPECT_TRUE(svg.ends_with("</svg>\n"));
}

}  // namespace wegwijzer
