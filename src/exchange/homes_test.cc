// SPDX-License-Identifier: EUPL-1.2
#include "exchange/homes.h"

#include <gtest/gtest.h>

namespace wegwijzer {

namespace {

Homes some_homes() {
  Homes homes;
  ChildrenByAge two;
  two.at(4) = 1, two.at(9) = 255;
  homes.add({GeoPoint::of_degrees(52.1, 4.3), 1, two, *AreaCode::parse("BU05031203")});
  homes.add({GeoPoint::of_degrees(-90, -180), 65535, {}, *AreaCode::parse("BU0363AA01")});
  homes.add({GeoPoint::of_degrees(90, 180), 0, two, *AreaCode::parse("BU05031203")});
  return homes;
}

}  // namespace

TEST(Homes, know_their_buurt_by_a_table) {
  auto const homes = some_homes();
  EXPECT_EQ(homes.buurten().size(), 2U);
  EXPECT_EQ(homes[Index<Home>(2)].buurt.text(), "BU05031203");
  EXPECT_EQ(homes[Index<Home>(0)].children.total(), 256);
  EXPECT_EQ(homes[Index<Home>(0)].children.at(9), 255);
}

TEST(HomesBytes, give_back_what_was_written) {
  EXPECT_EQ(read_homes(write_homes(some_homes())), some_homes());
  EXPECT_EQ(read_homes(write_homes({})), Homes());
}

TEST(HomesBytes, take_few_bytes_for_a_street_of_front_doors) {
  // Doors 6 m apart, 90 units of 1e-7 degree east: 1 + 2 bytes a point (a step of 90 is coded as 180), one
  // each for dwellings, buurt and no children. Head 5, checksum 4, table 1 + 11, count 1, and the first point
  // takes 5 + 4 instead of 1 + 2.
  Homes homes;
  for (std::int32_t i = 0; i < 100; ++i) {
    homes.add({{520'000'000, 40'000'000 + 90 * i}, 1, {}, *AreaCode::parse("BU05031203")});
  }
  EXPECT_EQ(write_homes(homes).size(), 5 + 4 + 12 + 1 + 100 * 6 + 6);
}

TEST(HomesBytes, are_refused_when_one_bit_differs) {
  auto const good = write_homes(some_homes());
  for (std::size_t i = 0; i < good.size(); ++i) {
    auto bad = good;
    bad[i] = static_cast<char>(bad[i] ^ 1);
    EXPECT_EQ(read_homes(bad).error().key, "homes.damaged") << "byte " << i;
  }
}

TEST(HomesBytes, are_refused_when_they_break_off_or_go_on) {
  auto const good = write_homes(some_homes());
  for (std::size_t size = 0; size < good.size(); ++size) {
    EXPECT_EQ(read_homes(good.substr(0, size)).error().key, "homes.damaged");
  }
  EXPECT_EQ(read_homes(good + '\0').error().key, "homes.damaged");
}

TEST(HomesBytes, of_another_version_are_told_apart_from_damaged_ones) {
  // No homes in version 2 with its CRC-32: python3 -c 'import zlib; print(hex(zlib.crc32(b"WGHM\2\0\0")))'
  EXPECT_EQ(read_homes(std::string_view("WGHM\2\0\0\x95\x75\x3a\x6b", 11)).error().key,
            "homes.other_version");
}

TEST(HomesCsv, has_a_line_for_each_home) {
  EXPECT_EQ(
      write_homes_csv(some_homes()).substr(0, 110),
      "latitude,longitude,dwellings,age_4,age_5,age_6,age_7,age_8,age_9,age_10,age_11,age_12,age_13,age_14,"
      "buurt\n52.1");
}

}  // namespace wegwijzer
