// SPDX-License-Identifier: EUPL-1.2
#include "streets/nearest_venue.h"

#include <gtest/gtest.h>

#include "kit/drawn_town.h"

namespace wegwijzer {

namespace {

constexpr Profile child_on_foot{Mode::walk, AgeBand::from_9};  // 4.5 km/h: 100 m in 80 s

class Walks {
 public:
  explicit Walks(std::string_view town) : town_(draw(town)), times_(town_.times(child_on_foot)) {}

  std::optional<Tenths> from(char home, std::string_view schools) const {
    std::vector<std::optional<Place>> places;
    for (char const school : schools) places.emplace_back(*snap(times_, town_.at(school)));
    Search search(times_);
    return time_to_nearest(search, *snap(times_, town_.at(home)), Destinations(times_, places));
  }

  PerPattern<std::vector<Place>> homes() const {
    auto const patterns = StreetPatterns(*town_.streets(), find_crossings(*town_.streets(), is_walkable));
    return draw_homes(times_, patterns, Seed(1));
  }

  Edge const& edge(Place const& home) const { return town_.streets()->edge(home.edge); }

 private:
  DrawnTown town_;
  TravelTimes times_;
};

}  // namespace

TEST(NearestVenue, is_the_one_that_takes_least_time) {
  Walks const town(R"(
      A---H--S
      ~~~~|~~~
      ~~~~B~~~
  )");
  EXPECT_EQ(town.from('H', "AS"), std::chrono::seconds(240));   // 300 m to S, 400 to A
  EXPECT_EQ(town.from('H', "ABS"), std::chrono::seconds(160));  // 200 m to B
}

TEST(NearestVenue, on_the_same_street_is_reached_along_it) {
  Walks const town("A---H");
  EXPECT_EQ(town.from('H', "H"), std::chrono::seconds(0));
  EXPECT_EQ(town.from('H', "A"), std::chrono::seconds(320));
}

TEST(NearestVenue, beyond_the_water_is_not_reached) {
  EXPECT_EQ(Walks("H-+~S-+").from('H', "S"), std::nullopt);
}

TEST(Homes, lie_along_streets_and_not_along_footpaths) {
  Walks const town("A--+######B");
  auto const homes = town.homes()[static_cast<std::size_t>(StreetPattern::everywhere)];
  ASSERT_EQ(homes.size(), homes_per_pattern);
  for (auto const& home : homes) EXPECT_EQ(town.edge(home).use.kind, StreetClass::residential);
  EXPECT_TRUE(town.homes()[static_cast<std::size_t>(StreetPattern::core)].empty());
}

}  // namespace wegwijzer
