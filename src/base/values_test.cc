// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/euro.h"
#include "base/geo_point.h"
#include "base/id.h"
#include "base/random.h"
#include "base/time.h"

namespace wegwijzer {

TEST(Euro, is_read_the_way_people_write_it) {
  EXPECT_EQ(Euro::parse("12"), Euro{1200});
  EXPECT_EQ(Euro::parse("12,5"), Euro{1250});
  EXPECT_EQ(Euro::parse("€ 7,50"), Euro{750});
  EXPECT_EQ(Euro::parse("1.250,00"), Euro{125000});
  EXPECT_EQ(Euro::parse("15,-"), Euro{1500});
}

TEST(Euro, refuses_what_is_not_an_amount) {
  for (auto const* text : {"", "-3", "twaalf", "1,234", "1,", "12.5.0"})
    EXPECT_FALSE(Euro::parse(text)) << text;
  EXPECT_EQ(Euro::parse("99999999").error().key, "euro.too_much");
}

RC_GTEST_PROP(Euro, prints_what_it_reads, ()) {
  Euro const amount{*rc::gen::inRange<std::int64_t>(0, 999'999'999)};
  RC_ASSERT(Euro::parse(text(amount)) == amount);
}

TEST(Dates, are_read_in_both_orders) {
  EXPECT_EQ(parse_date("2026-09-09"), date(2026, 9, 9));
  EXPECT_EQ(parse_date("9-9-2026"), date(2026, 9, 9));
  for (auto const* text : {"", "2026-02-29", "31-4-2026", "2026-9", "9 september"})
    EXPECT_FALSE(parse_date(text));
}

TEST(TimesOfDay, are_read_the_way_people_write_them) {
  EXPECT_EQ(parse_time("14:30"), (TimeOfDay{14 * 60 + 30}));
  EXPECT_EQ(parse_time("9.05"), (TimeOfDay{9 * 60 + 5}));
  EXPECT_EQ(parse_time("14u"), (TimeOfDay{14 * 60}));
  for (auto const* text : {"24:00", "12:60", "12:5", "half drie"}) EXPECT_FALSE(parse_time(text)) << text;
}

TEST(Instants, follow_summer_time_in_amsterdam) {
  EXPECT_EQ(text(instant(date(2026, 7, 1), {14 * 60})), "2026-07-01T12:00:00.000Z");
  EXPECT_EQ(text(instant(date(2026, 12, 1), {14 * 60})), "2026-12-01T13:00:00.000Z");
  EXPECT_EQ(local_date(*parse_instant("2026-06-30T22:30:00.000Z")), date(2026, 7, 1));
  EXPECT_EQ(local_time(*parse_instant("2026-06-30T22:30:00.000Z")), (TimeOfDay{30}));
}

TEST(Instants, skip_the_hour_that_does_not_exist) {
  EXPECT_EQ(text(instant(date(2026, 3, 29), {2 * 60 + 30})), "2026-03-29T01:00:00.000Z");
}

RC_GTEST_PROP(Instants, print_what_they_read, ()) {
  Instant const moment(std::chrono::milliseconds(*rc::gen::inRange<std::int64_t>(0, 4'000'000'000'000)));
  RC_ASSERT(parse_instant(text(moment)) == moment);
}

TEST(Uuid, version_7_sorts_by_time_and_says_its_version) {
  auto const early = uuid_v7(1'000, ~0ULL, ~0ULL);
  auto const late = uuid_v7(1'001, 0, 0);
  EXPECT_LT(early, late);
  EXPECT_EQ(text(late), "00000000-03e9-7000-8000-000000000000");
}

RC_GTEST_PROP(Uuid, prints_what_it_reads, (std::uint64_t high, std::uint64_t low)) {
  Uuid const uuid{high, low};
  RC_ASSERT(parse_uuid(text(uuid)) == uuid);
}

TEST(Uuid, refuses_other_forms) {
  EXPECT_FALSE(parse_uuid(""));
  EXPECT_FALSE(parse_uuid("00000000-03e9-7000-8000-00000000000g"));
  EXPECT_FALSE(parse_uuid("00000000x03e9-7000-8000-000000000000"));
}

TEST(GeoPoints, are_a_degree_apart) {
  // One degree of latitude: 6371008.8 m * pi / 180 = 111195.08 m.
  EXPECT_NEAR(distance(GeoPoint::of_degrees(52, 4), GeoPoint::of_degrees(53, 4)).value, 111'195.08, 0.01);
}

TEST(GeoPoints, refuse_what_is_not_on_earth) {
  EXPECT_TRUE(GeoPoint::parse("52.0116, 4.3571"));
  for (auto const* text : {"", "52", "91,4", "52,181", "nan,4", "52,4,3", "1e1,4"})
    EXPECT_FALSE(GeoPoint::parse(text));
}

RC_GTEST_PROP(GeoPoints, come_back_from_the_local_plane, ()) {
  auto const origin = GeoPoint::of_degrees(52, 4.5);
  GeoPoint const point{origin.latitude + *rc::gen::inRange(-4'000'000, 4'000'000),
                       origin.longitude + *rc::gen::inRange(-4'000'000, 4'000'000)};
  LocalPlane const plane(origin);
  auto const back = plane.point(plane.position(point));
  RC_ASSERT(std::abs(back.latitude - point.latitude) <= 1 && std::abs(back.longitude - point.longitude) <= 1);
}

TEST(Chance, is_the_same_everywhere) {
  // First output of SplitMix64 from state 0, as published with the algorithm.
  EXPECT_EQ(Random(0).next(), 0xe220a8397b1dcdafULL);
  EXPECT_EQ(Seed(1).stream("a", 2).next(), Seed(1).stream("a", 2).next());
  EXPECT_NE(Seed(1).stream("a", 2).next(), Seed(1).stream("b", 2).next());
}

}  // namespace wegwijzer
