// SPDX-License-Identifier: EUPL-1.2
#include "usecases/ground/find_reach.h"

#include <gtest/gtest.h>

#include <sstream>

#include "base/random.h"
#include "kit/drawn_town.h"
#include "kit/file_content.h"
#include "kit/made_world.h"
#include "kit/temporary_folder.h"

namespace wegwijzer {

namespace {

// From A it is 400 m to B and 600 m to D; on foot at 5 km/h that takes 288 s and 432 s. C lies 800 m away.
DrawnTown fork() {
  return draw(R"(
      A---B---C
          |
          D
  )");
}

Door door(DrawnTown const& town, char place) {
  return {std::string(1, place), town.at(place)};
}

ReachQuestion on_foot(Minutes budget) {
  ReachQuestion question;
  question.profile = {Mode::walk, AgeBand::grown};
  question.budget = budget;
  return question;
}

// The file that is written about the fork, from homes at A and C to venues at D, C and B.
std::string written(ReachQuestion const& question) {
  auto const town = fork();
  std::vector<Door> const homes{door(town, 'C'), door(town, 'A')};
  std::vector<Door> const venues{door(town, 'D'), door(town, 'C'), door(town, 'B')};
  TemporaryFolder const folder;
  auto const found = find_reach(town.streets(), homes, venues, question, {});
  EXPECT_TRUE(found && write_reach(folder.path("out.csv"), homes, venues, question, *found, {}));
  return content(folder.path("out.csv"));
}

std::vector<Door> doors_around(Streets const& streets, std::size_t count, char const* stream) {
  Random random = Seed(1).stream(stream);
  std::vector<Door> doors;
  for (std::size_t at = 0; at < count; ++at) {
    auto point = streets.node(Index<Node>(random.below(streets.node_count())));
    point.latitude += static_cast<std::int32_t>(random.below(2'000));  // up to 22 m away
    doors.push_back({std::to_string(at), point});
  }
  return doors;
}

}  // namespace

TEST(FindReach, writes_each_venue_in_time_by_home_and_then_by_venue) {
  // Of a budget of 8 minutes, or 480 s, the 576 s between A and C are too many.
  EXPECT_EQ(written(on_foot(Minutes(8))),
            "home,venue,tenths\n"
            "C,D,4320\nC,C,0\nC,B,2880\n"
            "A,D,4320\nA,B,2880\n");
}

TEST(FindReach, counts_and_weighs_what_is_in_time_without_pairs) {
  auto question = on_foot(Minutes(8));
  question.counts = true;
  EXPECT_EQ(written(question), "home,venues\nC,3\nA,2\n");
  // Half at 4 minutes or 240 s: from A 0.5^(432/240) + 0.5^(288/240) = 0.287175 + 0.435275; from C one more
  // at the door itself.
  question.half = Minutes(4);
  EXPECT_EQ(written(question), "home,venues,weighted\nC,3,1.722450\nA,2,0.722450\n");
}

TEST(FindReach, names_doors_without_a_street_nearby_and_reaches_nothing_from_there) {
  auto const town = fork();
  auto const far = GeoPoint::of_degrees(53, 5);
  std::vector<Door> const homes{{"far", far}, door(town, 'A')};
  std::vector<Door> const venues{door(town, 'B'), {"away", far}};
  for (bool const plain : {false, true}) {
    auto question = on_foot(Minutes(8));
    question.plain = plain;
    auto const found = find_reach(town.streets(), homes, venues, question, {});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->homes_off_streets, std::vector<std::size_t>{0});
    EXPECT_EQ(found->venues_off_streets, std::vector<std::size_t>{1});
    EXPECT_TRUE(found->rows[0].empty());
    EXPECT_EQ(found->rows[1], (std::vector<Hit>{{Index<Destination>(0), Tenths(2880)}}));
    EXPECT_EQ(found->pairs(), 1U);
  }
}

TEST(FindReach, is_the_same_as_by_the_plain_search_on_any_number_of_threads) {
  auto const streets = MadeWorld(1'500).streets();
  auto const homes = doors_around(*streets, 300, "homes"), venues = doors_around(*streets, 200, "venues");
  for (auto const mode : {Mode::walk, Mode::bike}) {
    ReachQuestion question;
    question.profile = {mode, AgeBand::from_9};
    question.budget = Minutes(20);
    question.half = Minutes(5);
    auto const quick = find_reach(streets, homes, venues, question, {});
    question.threads = 3;
    auto const shared = find_reach(streets, homes, venues, question, {});
    question.plain = true;
    auto const plain = find_reach(streets, homes, venues, question, {});
    ASSERT_TRUE(quick && shared && plain);
    EXPECT_GT(plain->pairs(), 5'000U);
    EXPECT_EQ(quick->rows, plain->rows);
    EXPECT_EQ(quick->reached, plain->reached);
    EXPECT_EQ(shared->rows, plain->rows);
    EXPECT_EQ(shared->reached, plain->reached);
  }
}

TEST(FindReach, stops_at_every_step_and_leaves_no_file) {
  auto const town = fork();
  std::vector<Door> const homes{door(town, 'A')};
  for (auto const& [stop_at, name] : choices<ReachStep>) {
    if (stop_at == ReachStep::load || stop_at == ReachStep::write) continue;
    auto const watch = [&](ReachStep step, std::uint64_t, std::uint64_t) { return step != stop_at; };
    auto const found = find_reach(town.streets(), homes, homes, on_foot(Minutes(8)), watch);
    ASSERT_FALSE(found) << name;
    EXPECT_EQ(found.error().key, "file.stopped");
  }
  TemporaryFolder const folder;
  auto const question = on_foot(Minutes(8));
  auto const found = find_reach(town.streets(), homes, homes, question, {});
  auto const stop = [](ReachStep, std::uint64_t done, std::uint64_t) { return done == 0; };
  EXPECT_EQ(write_reach(folder.path("out.csv"), homes, homes, question, *found, stop).error().key,
            "file.stopped");
  EXPECT_TRUE(std::filesystem::is_empty(folder.path("")));
}

}  // namespace wegwijzer
