// SPDX-License-Identifier: EUPL-1.2
#include "tiles/mercator.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace wegwijzer::tiles {

TEST(Mercator, puts_null_island_in_the_middle_of_the_world) {
  EXPECT_EQ(to_world({0, 0}), (WorldPoint{1U << 31U, 1U << 31U}));
}

TEST(Mercator, ends_at_85_degrees) {
  EXPECT_EQ(to_world(GeoPoint::of_degrees(90, 0)).y, 0U);
  EXPECT_EQ(to_world(GeoPoint::of_degrees(85.05112878, -180)).x, 0U);
  EXPECT_LT(to_world(GeoPoint::of_degrees(85.05112878, -180)).y, 10U);  // 9 mm each
}

TEST(Mercator, finds_the_tile_of_the_market_of_delft) {
  // By the formula of the OpenStreetMap wiki (Slippy map tilenames), zoom 14: x = 16384 * (4.3592 + 180) /
  // 360, y = 8192 * (1 - asinh(tan(52.0116 degrees)) / pi).
  auto const at = to_world(GeoPoint::of_degrees(52.0116, 4.3592));
  EXPECT_EQ(at.x >> 18U, static_cast<std::uint32_t>(16384 * (4.3592 + 180) / 360));
  auto const slope = std::tan(52.0116 * M_PI / 180);
  EXPECT_EQ(at.y >> 18U, static_cast<std::uint32_t>(8192 * (1 - std::asinh(slope) / M_PI)));
}

RC_GTEST_PROP(Mercator, goes_there_and_back, ()) {
  GeoPoint const point{*rc::gen::inRange(-850000000, 850000000), *rc::gen::inRange(-1799999999, 1799999999)};
  auto const back = to_earth(to_world(point));
  RC_ASSERT(std::abs(back.latitude - point.latitude) <= 1);
  RC_ASSERT(std::abs(back.longitude - point.longitude) <= 1);
}

TEST(TileAddress, is_read_only_when_there_is_such_a_tile) {
  EXPECT_EQ(TileAddress::parse("14", "8391", "5426"), (TileAddress{14, 8391, 5426}));
  EXPECT_EQ(TileAddress::parse("0", "0", "0"), (TileAddress{0, 0, 0}));
  for (auto const* wrong : {"", "-1", "2", "02", "1.0", " 1", "4294967297"}) {
    EXPECT_EQ(TileAddress::parse("1", wrong, "0"), std::nullopt) << wrong;
  }
  EXPECT_EQ(TileAddress::parse("17", "0", "0"), std::nullopt);
}

TEST(TileAddress, splits_a_tile_in_four) {
  auto const parent = TileAddress{3, 5, 2}.box();
  EXPECT_EQ(parent.low, (TileAddress{4, 10, 4}.box().low));
  EXPECT_EQ(parent.high, (TileAddress{4, 11, 5}.box().high));
  EXPECT_EQ((TileAddress{0, 0, 0}.box().high.x), 0xffffffffU);
}

TEST(Frame, of_a_tile_has_its_corner_at_zero_and_4096_units) {
  TileAddress const address{14, 8391, 5426};
  auto const frame = Frame::of(address);
  EXPECT_EQ(frame.place(address.box().low), (Point{0, 0}));
  auto const next = TileAddress{14, 8392, 5427}.box().low;
  EXPECT_EQ(frame.place(next), (Point{4096, 4096}));
}

}  // namespace wegwijzer::tiles
