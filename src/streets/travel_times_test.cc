// SPDX-License-Identifier: EUPL-1.2
#include "streets/travel_times.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "streets/parts.h"
#include "streets/streets_builder.h"

namespace wegwijzer {

namespace {

constexpr Passage everywhere{true, true, true, true};

WayPoint at(std::int64_t node) {
  return {node, GeoPoint::of_degrees(52, 5 + static_cast<double>(node) / 1000)};
}

std::shared_ptr<Streets const> built(StreetsBuilder builder) {
  return std::make_shared<Streets>(std::move(builder).build());
}

// One edge of 100 m.
TravelTimes on_one_street(StreetUse const& use, Profile profile, Metres length = Metres{100}) {
  StreetsBuilder builder;
  builder.add_edge(at(1), at(2), length, use);
  return {built(std::move(builder)), profile};
}

Tenths walked(StreetUse const& use) {
  return on_one_street(use, {Mode::walk, AgeBand::grown}).time(Index<Edge>(0), true);
}

Tenths cycled(StreetUse const& use, bool forward = true) {
  return on_one_street(use, {Mode::bike, AgeBand::grown}).time(Index<Edge>(0), forward);
}

void add_oneways(StreetsBuilder& builder, std::vector<std::pair<int, int>> const& oneways) {
  StreetUse const use{StreetClass::cycleway, Surface::paved, {.bike_forward = true}};
  for (auto const& [from, to] : oneways) builder.add_edge(at(from), at(to), Metres{100}, use);
}

}  // namespace

TEST(AgeBands, hold_the_ages_of_a_primary_school) {
  EXPECT_EQ(age_band(2), AgeBand::from_4);
  EXPECT_EQ(age_band(5), AgeBand::from_4);
  EXPECT_EQ(age_band(6), AgeBand::from_6);
  EXPECT_EQ(age_band(11), AgeBand::from_9);
  EXPECT_EQ(age_band(14), AgeBand::from_12);
  EXPECT_EQ(age_band(15), AgeBand::grown);
}

TEST(TravelTimes, of_a_grown_up_on_100_metres) {
  EXPECT_EQ(walked({StreetClass::residential, Surface::paved, everywhere}), Tenths(720));    // 5 km/h
  EXPECT_EQ(walked({StreetClass::residential, Surface::unpaved, everywhere}), Tenths(800));  // 4.5 km/h
  EXPECT_EQ(walked({StreetClass::path, Surface::unknown, everywhere}), Tenths(800));
  EXPECT_EQ(walked({StreetClass::steps, Surface::paved, everywhere}), Tenths(1440));      // 2.5 km/h
  EXPECT_EQ(cycled({StreetClass::cycleway, Surface::paved, everywhere}), Tenths(240));    // 15 km/h
  EXPECT_EQ(cycled({StreetClass::cycleway, Surface::unpaved, everywhere}), Tenths(358));  // 10.05 km/h
}

TEST(TravelTimes, are_never_where_one_may_not_pass) {
  EXPECT_EQ(walked({StreetClass::cycleway, Surface::paved, {.bike_forward = true}}), never);
  EXPECT_EQ(cycled({StreetClass::cycleway, Surface::paved, {.bike_forward = true}}, false), never);
  EXPECT_EQ(cycled({StreetClass::steps, Surface::paved, {.foot = true}}), never);
}

TEST(TravelTimes, push_where_one_may_not_ride) {
  StreetUse const oneway{StreetClass::residential, Surface::paved, {true, true, false, true}};
  EXPECT_EQ(cycled(oneway, true), Tenths(240));
  EXPECT_EQ(cycled(oneway, false), Tenths(900));  // 4 km/h
}

TEST(TravelTimes, over_calm_streets_push_among_fast_traffic_or_are_never) {
  StreetUse busy{StreetClass::tertiary, Surface::paved, everywhere, false, true};
  Profile const calmly{Mode::bike, AgeBand::grown, Roads::calm};
  EXPECT_EQ(cycled(busy), Tenths(240));
  EXPECT_EQ(on_one_street(busy, calmly).time(Index<Edge>(0), true), Tenths(900));
  busy.passage.push = false;
  EXPECT_EQ(on_one_street(busy, calmly).time(Index<Edge>(0), true), never);
  EXPECT_EQ(on_one_street(busy, {Mode::walk, AgeBand::grown, Roads::calm}).time(Index<Edge>(0), true),
            walked(busy));
}

TEST(TravelTimes, over_calm_streets_on_foot_get_across_between_side_streets_that_do_not_quite_meet) {
  StreetUse unsafe{StreetClass::tertiary, Surface::paved, everywhere};
  unsafe.unsafe_on_foot = true;
  auto const over = [&](Metres length) {
    return on_one_street(unsafe, {Mode::walk, AgeBand::grown, Roads::calm}, length)
        .time(Index<Edge>(0), true);
  };
  EXPECT_NE(over(Metres{50}), never);
  EXPECT_EQ(over(Metres{51}), never);
}

TEST(TravelTimes, over_calm_streets_on_foot_are_never_where_there_is_nowhere_to_walk) {
  StreetUse unsafe{StreetClass::tertiary, Surface::paved, everywhere};
  unsafe.unsafe_on_foot = true;
  auto const calmly = [&](Mode mode) {
    return on_one_street(unsafe, {mode, AgeBand::grown, Roads::calm}).time(Index<Edge>(0), true);
  };
  EXPECT_EQ(calmly(Mode::walk), never);
  EXPECT_EQ(calmly(Mode::bike), Tenths(240)) << "on its lane";
  unsafe.busy = true;
  EXPECT_EQ(calmly(Mode::bike), never) << "nowhere to push either";
  EXPECT_NE(walked(unsafe), never);
}

TEST(TravelTimes, of_a_ferry_are_its_crossing_and_boarding) {
  StreetUse ferry{.kind = StreetClass::ferry, .passage = everywhere, .crossing = std::chrono::minutes(7)};
  // Nothing lands here, so nobody boards.
  EXPECT_EQ(walked(ferry), std::chrono::minutes(7));
  StreetsBuilder builder;
  builder.add_edge(at(1), at(2), Metres{100}, ferry);
  builder.add_edge(at(2), at(3), Metres{100}, {StreetClass::residential, Surface::paved, everywhere});
  TravelTimes const times(built(std::move(builder)), Profile{});
  bool const first = times.streets().edge(Index<Edge>(0)).use.kind == StreetClass::ferry;
  EXPECT_EQ(times.time(Index<Edge>(first ? 0 : 1), false), std::chrono::minutes(7 + 3));
}

// Three nodes 100 m apart with lights in the middle. A grown-up walks 100 m in 72 s and rides it in 24 s.
class AtLights : public testing::Test {
 protected:
  static Tenths there(Mode mode, Signals const& lights, bool back = false,
                      Passage const& passage = everywhere) {
    StreetsBuilder builder;
    StreetUse const use{StreetClass::residential, Surface::paved, passage};
    builder.add_edge(at(1), at(2), Metres{100}, use);
    builder.add_edge(at(2), at(3), Metres{100}, use);
    builder.add_signals(2, lights);
    TravelTimes const times(built(std::move(builder)), {mode, AgeBand::grown});
    return times.time(Index<Edge>(0), !back) + times.time(Index<Edge>(1), !back);
  }
};

TEST_F(AtLights, one_waits_as_long_as_red_lasts_on_average) {
  // 20 s of 90 are green: (70² / 180 =) 27.2 s. For riders 25 s: (65² / 180 =) 23.4 s.
  EXPECT_EQ(there(Mode::walk, {.on_foot = true}), Tenths(1440 + 272));
  EXPECT_EQ(there(Mode::bike, {.riding_along = true, .riding_against = true}), Tenths(480 + 234));
}

TEST_F(AtLights, there_and_back_take_as_long) {
  EXPECT_EQ(there(Mode::walk, {.on_foot = true}, true), Tenths(1440 + 272));
}

TEST_F(AtLights, for_others_nobody_waits) {
  EXPECT_EQ(there(Mode::bike, {.on_foot = true}), Tenths(480));
  EXPECT_EQ(there(Mode::walk, {.riding_along = true, .riding_against = true}), Tenths(1440));
  EXPECT_EQ(there(Mode::bike, {.riding_against = true}), Tenths(480));
  EXPECT_EQ(there(Mode::bike, {.riding_against = true}, true), Tenths(480 + 234));
}

TEST_F(AtLights, who_pushes_a_bicycle_waits_as_a_walker) {
  Passage const pushing{.push = true};
  EXPECT_EQ(there(Mode::bike, {.on_foot = true}, false, pushing),
            there(Mode::bike, {.riding_along = true}, false, pushing) + Tenths(272));
}

TEST(TravelTimes, are_a_tenth_at_least) {
  EXPECT_EQ(travel_time(0, Speed{5'000}), Tenths(1));
  EXPECT_EQ(travel_time(1, Speed{5'000}), Tenths(1));
}

TEST(TravelTimes, of_a_loop_know_both_its_directions) {
  StreetsBuilder builder;
  builder.add_edge(at(1), at(1), Metres{100},
                   {StreetClass::residential, Surface::paved, {true, true, false, true}});
  TravelTimes const times(built(std::move(builder)), {Mode::bike, AgeBand::grown});
  EXPECT_EQ(times.time(Index<Edge>(0), true), Tenths(240));
  EXPECT_EQ(times.time(Index<Edge>(0), false), Tenths(900));
}

TEST(Parts, are_what_is_connected_to_and_fro) {
  // A one-way ring 1-2-3, a one-way street to 4, and a two-way pair 5-6.
  StreetsBuilder builder;
  add_oneways(builder, {{1, 2}, {2, 3}, {3, 1}, {3, 4}, {5, 6}, {6, 5}});
  TravelTimes const times(built(std::move(builder)), {Mode::bike, AgeBand::grown});
  std::vector<Tenths> all;
  for (std::size_t node = 0; node < times.streets().node_count(); ++node)
    for (auto const time : times.times_from(Index<Node>(node))) all.push_back(time);
  auto sizes = part_sizes(times.streets(), all);
  std::ranges::sort(sizes);
  EXPECT_EQ(sizes, (std::vector<std::uint32_t>{1, 2, 2, 3, 3, 3}));
}

TEST(Parts, decide_from_where_one_gets_about) {
  StreetsBuilder builder;
  add_oneways(builder, {{1, 2}, {2, 3}, {3, 1}, {3, 4}, {5, 6}, {6, 5}});
  TravelTimes const times(built(std::move(builder)), {Mode::bike, AgeBand::grown});
  int count = 0;
  for (std::size_t edge = 0; edge < times.streets().edge_count(); ++edge)
    count += times.gets_about(Index<Edge>(edge)) ? 1 : 0;
  EXPECT_EQ(count, 3);  // the ring, as the largest part
}

}  // namespace wegwijzer
