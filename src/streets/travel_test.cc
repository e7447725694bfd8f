// SPDX-License-Identifier: EUPL-1.2
#include "streets/travel.h"

#include <gtest/gtest.h>

#include "kit/drawn_town.h"

namespace wegwijzer {

TEST(Walking, goes_round_the_canal_by_the_bridge) {
  auto const town = draw(R"(
      A---B
      ~~~~|~~
      C---D
  )");  // one character is 100 m: four along, two across the bridge, four back
  EXPECT_EQ(town.walk('A', 'C'), Metres{1000});
  // A grown-up walks 5 km/h: 100 m in 72 s.
  EXPECT_EQ(town.walking_time('A', 'C'), std::chrono::seconds(720));
}

TEST(Walking, takes_the_time_of_the_age) {
  auto const town = draw("A--------B");                                                // 900 m
  EXPECT_EQ(town.walking_time('A', 'B', AgeBand::from_9), std::chrono::seconds(720));  // at 4.5 km/h
  EXPECT_EQ(town.walking_time('A', 'B', AgeBand::from_6), std::chrono::seconds(810));  // at 4.0 km/h
}

TEST(Walking, does_not_care_for_one_way_signs) {
  auto const town = draw(R"(
      A->-B
      |   |
      +---+
  )");
  EXPECT_EQ(town.walk('B', 'A'), Metres{400});
  EXPECT_EQ(town.cycle('A', 'B'), Metres{400});
  // Pushing back 400 m at 4 km/h takes 360 s, the way round of 800 m riding at 15 km/h 192 s.
  EXPECT_EQ(town.cycle('B', 'A'), Metres{800});
  EXPECT_EQ(town.cycling_time('B', 'A'), std::chrono::seconds(60 + 192));
}

TEST(Walking, finds_no_way_over_water) {
  auto const town = draw(R"(
      A--B
      ~~~~
      C--D
  )");
  EXPECT_FALSE(town.walk('A', 'C'));
}

TEST(Cycling, pushes_along_a_footpath_and_rides_a_cycle_track) {
  auto const town = draw("A##B==C");
  EXPECT_EQ(town.cycling_time('A', 'B'), std::chrono::seconds(60 + 270));  // 300 m at 4 km/h
  EXPECT_EQ(town.cycling_time('B', 'C'), std::chrono::seconds(60 + 72));   // 300 m at 15 km/h
  EXPECT_TRUE(town.walk('A', 'B'));
}

// At nine one rides 12 km/h and pushes a bicycle at 3.6 km/h.
TEST(Cycling, calmly_goes_round_a_street_with_fast_traffic) {
  auto const town = draw(R"(
      A%%%B
      |   |
      +---+
  )");
  auto const time = [&](Roads roads) {
    return town.route('A', 'B', {Mode::bike, AgeBand::from_9, roads})->time;
  };
  EXPECT_EQ(time(Roads::all), std::chrono::seconds(60 + 120));   // 400 m
  EXPECT_EQ(time(Roads::calm), std::chrono::seconds(60 + 240));  // 800 m; pushing takes 400 s
}

TEST(Cycling, calmly_pushes_where_there_is_no_way_round) {
  auto const town = draw("A%%B");
  EXPECT_EQ(town.route('A', 'B', {Mode::bike, AgeBand::from_9, Roads::calm})->time,
            std::chrono::seconds(60 + 300));
}

// At nine one walks 100 m in 80 s.
TEST(Walking, calmly_goes_round_where_there_is_nowhere_to_walk) {
  auto const town = draw(R"(
      A!!!B%%C
      |   |
      +---+
  )");
  auto const time = [&](char from, char to, Roads roads) {
    return town.route(from, to, {Mode::walk, AgeBand::from_9, roads})->time;
  };
  EXPECT_EQ(time('A', 'B', Roads::all), std::chrono::seconds(320));
  EXPECT_EQ(time('A', 'B', Roads::calm), std::chrono::seconds(640));
  EXPECT_EQ(time('B', 'C', Roads::calm), std::chrono::seconds(240)) << "on the pavement";
}

TEST(Walking, calmly_is_not_to_where_only_cars_go) {
  auto const town = draw("A-B!!!C-D");
  EXPECT_TRUE(town.route('A', 'D', {Mode::walk, AgeBand::from_9, Roads::all}));
  EXPECT_FALSE(town.route('A', 'D', {Mode::walk, AgeBand::from_9, Roads::calm}));
}

TEST(Ferries, are_boarded_once_and_take_their_time) {
  auto const town = draw("A--B****C--D");
  // Three minutes of boarding, 500 m at 5 km/h (360 s), and 600 m on foot (432 s).
  EXPECT_EQ(town.walking_time('A', 'D'), std::chrono::seconds(180 + 360 + 432));
  EXPECT_EQ(town.walking_time('A', 'D'), town.walking_time('D', 'A'));
}

TEST(Routes, tell_the_streets_in_order) {
  auto const town = draw(R"(
      A--+--B
         |
         C
  )");
  auto const route = town.route('A', 'C', {Mode::walk, AgeBand::grown});
  ASSERT_TRUE(route);
  EXPECT_EQ(route->length, Metres{500});
  EXPECT_EQ(route->stretches,
            (std::vector<Stretch>{{"Dwarsstraat 1", StreetClass::residential, Metres{300}},
                                  {"Langestraat 4", StreetClass::residential, Metres{200}}}));
  ASSERT_EQ(route->line.size(), 3);
  EXPECT_EQ(route->line.front(), town.at('A'));
  EXPECT_EQ(route->line.back(), town.at('C'));
}

TEST(Routes, leave_out_streets_that_are_only_crossed) {
  auto const kind = StreetClass::residential;
  EXPECT_EQ(without_crossings({{"Laan", kind, Metres{80}},
                               {"Kerkstraat", kind, Metres{10}},
                               {"Laan", kind, Metres{60}},
                               {"", StreetClass::footway, Metres{25}},
                               {"Laan", kind, Metres{5}},
                               {"Kade", kind, Metres{26}},
                               {"Laan", kind, Metres{100}}}),
            (std::vector<Stretch>{
                {"Laan", kind, Metres{180}}, {"Kade", kind, Metres{26}}, {"Laan", kind, Metres{100}}}));
  // Two streets without a name need not be the same.
  std::vector<Stretch> const paths{
      {"", StreetClass::path, Metres{50}}, {"Kade", kind, Metres{9}}, {"", StreetClass::path, Metres{50}}};
  EXPECT_EQ(without_crossings(paths), paths);
  EXPECT_TRUE(without_crossings({}).empty());
}

}  // namespace wegwijzer
