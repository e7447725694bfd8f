// SPDX-License-Identifier: EUPL-1.2
#include "streets/snapshot.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <zlib.h>

#include "kit/drawn_town.h"
#include "streets/streets_builder.h"

namespace wegwijzer {

namespace {

std::string some_bytes() {
  return snapshot(*draw(R"(
      A->-B==C
      |   #
      D***E
  )")
                       .streets());
}

// The damage is done behind the back of the checksum.
std::string with_right_checksum(std::string bytes) {
  auto const sum = crc32_z(0, reinterpret_cast<unsigned char const*>(bytes.data()) + 16, bytes.size() - 16);
  for (unsigned at = 0; at < 4; ++at) bytes[12 + at] = static_cast<char>(sum >> (8 * at) & 0xffU);
  return bytes;
}

}  // namespace

TEST(Snapshot, is_read_as_it_was_written) {
  auto const town = draw(R"(
      A->-B==C
      |   #
      D***E
  )");
  auto const read = read_snapshot(snapshot(*town.streets()));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->columns(), town.streets()->columns());
}

RC_GTEST_PROP(Snapshot, is_read_as_it_was_written_for_any_way, ()) {
  StreetsBuilder builder;
  for (int way = *rc::gen::inRange(0, 6); way > 0; --way) {
    std::vector<WayPoint> points;
    for (int point = *rc::gen::inRange(0, 8); point > 0; --point)
      points.push_back(
          {*rc::gen::inRange(0, 10), GeoPoint{*rc::gen::inRange(-900'000'000, 900'000'001),
                                              *rc::gen::inRange(-1'800'000'000, 1'800'000'001)}});
    StreetUse use{*rc::gen::element(StreetClass::ferry, StreetClass::path),
                  Surface::unpaved,
                  {true, false, true, false},
                  *rc::gen::arbitrary<bool>(),
                  *rc::gen::arbitrary<bool>(),
                  *rc::gen::arbitrary<bool>(),
                  Tenths(*rc::gen::inRange(0, 99999))};
    builder.add_way(points, use, *rc::gen::arbitrary<std::string>());
  }
  for (int lights = *rc::gen::inRange(0, 4); lights > 0; --lights)
    builder.add_signals(*rc::gen::inRange(0, 10), {*rc::gen::arbitrary<bool>(), *rc::gen::arbitrary<bool>(),
                                                   *rc::gen::arbitrary<bool>()});
  auto const streets = std::move(builder).build();
  auto const read = read_snapshot(snapshot(streets));
  RC_ASSERT(read.has_value());
  RC_ASSERT(read->columns() == streets.columns());
}

// What the first version wrote: the same without the number of traffic lights, which follows the nodes.
TEST(Snapshot, of_the_version_without_traffic_lights_is_still_read) {
  auto const town = draw("A-B-C");
  auto bytes = snapshot(*town.streets());
  std::size_t at = 17;  // behind the header and the number of nodes, of which there are few
  for (std::size_t step = 0; step < 2 * town.streets()->node_count(); ++step)
    while ((static_cast<unsigned char>(bytes[at++]) & 0x80U) != 0) {
    }
  ASSERT_EQ(bytes[at], 0);
  bytes.erase(at, 1);
  bytes[8] = 1;
  auto const read = read_snapshot(with_right_checksum(bytes));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->columns(), town.streets()->columns());
}

// Of the versions before this one, which wrote the same of streets that are not busy and safe on foot.
TEST(Snapshot, of_the_versions_without_busy_and_unsafe_streets_is_still_read) {
  for (char const version : {'\2', '\3'}) {
    auto bytes = some_bytes();
    bytes[8] = version;
    auto const read = read_snapshot(bytes);
    ASSERT_TRUE(read);
    EXPECT_EQ(snapshot(*read), some_bytes());
  }
}

// Each sign of such a street is a crossing, so that three edges lie between two letters.
TEST(Snapshot, keeps_what_is_busy_and_what_is_unsafe_on_foot) {
  auto const town = draw("A%%B!!C--D");
  auto const read = read_snapshot(snapshot(*town.streets()));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->columns(), town.streets()->columns());
  EXPECT_EQ(std::ranges::count_if(read->columns().edges, [](Edge const& one) { return one.use.busy; }), 6);
  EXPECT_EQ(
      std::ranges::count_if(read->columns().edges, [](Edge const& one) { return one.use.unsafe_on_foot; }),
      3);
}

TEST(Snapshot, of_another_version_is_refused) {
  auto bytes = some_bytes();
  bytes[8] = 5;
  EXPECT_EQ(read_snapshot(bytes).error().key, "streets.snapshot_version");
  EXPECT_EQ(read_snapshot("").error().key, "streets.snapshot_version");
  EXPECT_EQ(read_snapshot("SQLite format 3").error().key, "streets.snapshot_version");
}

TEST(Snapshot, with_any_byte_changed_is_refused) {
  auto const bytes = some_bytes();
  for (std::size_t at = 12; at < bytes.size(); ++at) {
    auto damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
    EXPECT_EQ(read_snapshot(damaged).error().key, "streets.snapshot_damaged") << at;
  }
}

TEST(Snapshot, cut_short_is_refused) {
  auto const bytes = some_bytes();
  for (std::size_t size = 16; size < bytes.size(); ++size)
    EXPECT_FALSE(read_snapshot(with_right_checksum(bytes.substr(0, size)))) << size;
}

RC_GTEST_PROP(Snapshot, of_nonsense_does_no_harm, ()) {
  auto bytes = some_bytes();
  for (int change = *rc::gen::inRange(1, 5); change > 0; --change)
    bytes[*rc::gen::inRange<std::size_t>(16, bytes.size())] = *rc::gen::arbitrary<char>();
  auto const read = read_snapshot(with_right_checksum(bytes));
  if (read) RC_ASSERT(read_snapshot(snapshot(*read))->columns() == read->columns());
}

}  // namespace wegwijzer
