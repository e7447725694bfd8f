// SPDX-License-Identifier: EUPL-1.2
#include "exchange/basemap.h"

#include <gtest/gtest.h>

namespace wegwijzer {

namespace {

Ring square(std::int32_t latitude, std::int32_t longitude, std::int32_t side) {
  return {{latitude, longitude},
          {latitude, longitude + side},
          {latitude + side, longitude + side},
          {latitude + side, longitude},
          {latitude, longitude}};
}

Basemap a_basemap() {
  Basemap map;
  map.areas.push_back(
      {MapAreaKind::water, {{square(520000000, 40000000, 4000), {square(520001000, 40001000, 100)}}}});
  map.areas.push_back({MapAreaKind::building, {{square(-900000000, -1800000000, 10), {}}}});
  map.lines.push_back({MapLineKind::tram, {{900000000, 1800000000}, {-900000000, -1800000000}}});
  map.labels.push_back({MapLabelKind::city, "'s-Hertogenbosch é", {516978000, 53037000}});
  return map;
}

}  // namespace

TEST(BasemapBytes, give_back_what_was_written) {
  EXPECT_EQ(read_basemap(write_basemap(a_basemap())), a_basemap());
  EXPECT_EQ(read_basemap(write_basemap({})), Basemap());
}

TEST(BasemapBytes, take_few_bytes_for_a_small_shape) {
  // Head 5 and checksum 4; three counts; a kind, the numbers of polygons, corners and holes; the first corner
  // 5 + 5 or 4 bytes, each further one 2 + 1 or 1 + 2 bytes (a step of 4000 takes two).
  Basemap map;
  map.areas.push_back({MapAreaKind::park, {{square(520000000, 40000000, 4000), {}}}});
  EXPECT_EQ(write_basemap(map).size(), 5 + 4 + 3 + 4 + (5 + 4) + 3 * 3);
}

TEST(BasemapBytes, are_refused_when_one_bit_differs) {
  auto const good = write_basemap(a_basemap());
  for (std::size_t i = 0; i < good.size(); ++i) {
    auto bad = good;
    bad[i] = static_cast<char>(bad[i] ^ 1);
    EXPECT_EQ(read_basemap(bad).error().key, "basemap.damaged") << "byte " << i;
  }
}

TEST(BasemapBytes, are_refused_when_they_break_off_or_go_on) {
  auto const good = write_basemap(a_basemap());
  for (std::size_t size = 0; size < good.size(); ++size)
    EXPECT_EQ(read_basemap(good.substr(0, size)).error().key, "basemap.damaged");
  EXPECT_EQ(read_basemap(good + '\0').error().key, "basemap.damaged");
}

TEST(BasemapBytes, of_another_version_are_told_apart_from_damaged_ones) {
  // An empty map of version 2 with its CRC-32: python3 -c 'import zlib;
  // print(hex(zlib.crc32(b"WGBM\2\0\0\0")))'
  EXPECT_EQ(read_basemap(std::string_view("WGBM\2\0\0\0\x55\x91\x97\xf3", 12)).error().key,
            "basemap.other_version");
}

}  // namespace wegwijzer
