// SPDX-License-Identifier: EUPL-1.2
// Everything that an index of places answers, against Travel (a plain Dijkstra) and against times between all
// nodes.
#include "reach/reaching.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <stdexcept>

#include "base/random.h"
#include "kit/any_network.h"
#include "kit/between_all.h"
#include "kit/drawn_town.h"
#include "kit/hierarchy_of.h"
#include "kit/made_world.h"
#include "reach/matrix.h"

namespace wegwijzer {

namespace {

using Places = std::vector<std::optional<Place>>;

std::shared_ptr<TravelTimes const> any_times(int crossings, int most_edges) {
  auto const mode = *rc::gen::element(Mode::walk, Mode::bike);
  return std::make_shared<TravelTimes const>(any_streets(crossings, most_edges),
                                             Profile{mode, AgeBand::from_9});
}

std::map<Rank, std::uint32_t> labels(Hierarchy const& hierarchy, Upward direction, std::size_t node) {
  std::map<Rank, std::uint32_t> found;
  UpwardStart start{0, hierarchy.rank(Index<Node>(node)), 0};
  UpwardSweep<OneLane> sweep(hierarchy);
  for (auto const& there : sweep.run(direction, std::span(&start, 1), INT32_MAX))
    found.emplace(there.rank, there.least);
  return found;
}

std::int64_t by_hierarchy(Hierarchy const& hierarchy, std::size_t from, std::size_t to) {
  auto const there = labels(hierarchy, Upward::towards, to);
  std::int64_t best = INT32_MAX;
  for (auto const& [rank, time] : labels(hierarchy, Upward::away, from))
    if (auto const rest = there.find(rank); rest != there.end())
      best = std::min(best, std::int64_t{time} + rest->second);
  return best;
}

Places homes_in(Streets const& streets, std::size_t size, char const* stream) {
  Random random = Seed(1).stream(stream);
  Places places;
  for (std::size_t at = 0; at < size; ++at)
    places.push_back(Place{Index<Edge>(random.below(streets.edge_count())),
                           Along{static_cast<std::uint32_t>(random.below(Along::whole))},
                           Tenths(static_cast<std::int32_t>(random.below(600)))});
  return places;
}

// A made town of some hundred venues, for a child of ten.
struct Town {
  explicit Town(Mode mode)
      : times(
            std::make_shared<TravelTimes const>(MadeWorld(1'500).streets(), Profile{mode, AgeBand::from_9})),
        hierarchy(hierarchy_of(times)),
        homes(homes_in(times->streets(), 400, "homes")),
        venues(homes_in(times->streets(), 300, "venues")) {}

  std::shared_ptr<TravelTimes const> times;
  std::shared_ptr<Hierarchy const> hierarchy;
  Places homes;
  Places venues;
};

class EveryMode : public testing::TestWithParam<Mode> {
 protected:
  Town town_{GetParam()};
};

INSTANTIATE_TEST_SUITE_P(Reaching, EveryMode, testing::Values(Mode::walk, Mode::bike));

void expect_same(ReachMatrix const& a, ReachMatrix const& b) {
  EXPECT_EQ(a.first, b.first);
  EXPECT_EQ(a.hits, b.hits);
}

}  // namespace

RC_GTEST_PROP(Hierarchies, know_the_shortest_time_between_any_two_nodes, ()) {
  auto const times = any_times(14, 40);
  auto const hierarchy = hierarchy_of(times);
  auto const expected = between_all(*times);
  for (std::size_t from = 0; from < expected.size(); ++from)
    for (std::size_t to = 0; to < expected.size(); ++to)
      RC_ASSERT(by_hierarchy(*hierarchy, from, to) == std::min<std::int64_t>(expected[from][to], INT32_MAX));
}

TEST(Hierarchies, are_the_same_on_any_number_of_threads) {
  auto const times = std::make_shared<TravelTimes const>(MadeWorld(1'500).streets(), Profile{});
  auto const contraction = contraction_of(times->streets(), 1);
  auto const one = customise(contraction, times, 1), three = customise(contraction, times, 3);
  EXPECT_EQ(one.first, three.first);
  EXPECT_EQ(one.links, three.links);
}

RC_GTEST_PROP(Reaching, finds_what_travel_finds, ()) {
  auto const times = any_times(10, 20);
  auto const places = any_places(times->streets());
  PlaceIndex const index(hierarchy_of(times), Heading::to_index, Minutes(20), places);
  Reaching reaching(index);
  Travel travel(*times);
  Destinations const destinations(*times, places);
  for (int question = 0; question < 4; ++question) {
    auto const home = any_place(times->streets());
    Minutes const budget(*rc::gen::inRange(-1, 21));
    RC_ASSERT(copied(reaching.within(home, budget)) == copied(travel.within(home, budget, destinations)));
  }
}

RC_GTEST_PROP(Reaching, finds_in_the_other_direction_what_travel_finds_from_each_home, ()) {
  auto const times = any_times(10, 20);
  auto const homes = any_places(times->streets());
  Places const venue{any_place(times->streets())};
  PlaceIndex const index(hierarchy_of(times), Heading::from_index, Minutes(20), homes);
  std::vector<Hit> expected;
  Travel travel(*times);
  Destinations const destinations(*times, venue);
  for (std::size_t home = 0; home < homes.size(); ++home)
    if (homes[home])
      for (auto const& hit : travel.within(*homes[home], Minutes(20), destinations))
        expected.push_back({Index<Destination>(home), hit.time});
  RC_ASSERT(copied(Reaching(index).within(*venue[0], Minutes(20))) == expected);
}

RC_GTEST_PROP(Reaching, after_changes_is_as_if_the_index_were_made_anew, ()) {
  auto const times = any_times(10, 20);
  auto const hierarchy = hierarchy_of(times);
  auto places = any_places(times->streets());
  PlaceIndex changed(hierarchy, Heading::to_index, Minutes(20), places);
  for (auto change = *rc::gen::inRange(1, 8); change > 0; --change) {
    Index<Destination> const place(*rc::gen::inRange<std::size_t>(0, places.size() + 1));
    if (place.value() == places.size()) places.emplace_back();
    auto& there = places[place.value()];
    there = *rc::gen::inRange(0, 3) == 0 ? std::nullopt : std::optional(any_place(times->streets()));
    changed.put(place, there);
  }
  PlaceIndex const anew(hierarchy, Heading::to_index, Minutes(20), places);
  auto const home = any_place(times->streets());
  RC_ASSERT(copied(Reaching(changed).within(home, Minutes(20))) ==
            copied(Reaching(anew).within(home, Minutes(20))));
  Places const asking{home};
  RC_ASSERT(reach_matrix(changed, asking, Minutes(20), 1).hits ==
            reach_matrix(anew, asking, Minutes(20), 1).hits);
}

RC_GTEST_PROP(Reaching, finds_the_nearest_that_fit_as_sorting_all_would, ()) {
  auto const times = any_times(10, 20);
  auto const places = any_places(times->streets());
  PlaceIndex const index(hierarchy_of(times), Heading::to_index, Minutes(20), places);
  auto const home = any_place(times->streets());
  auto const most = *rc::gen::inRange<std::size_t>(0, 5);
  auto const even = [](Index<Destination> place) { return place.value() % 2 == 0; };
  Reaching reaching(index);
  std::vector<Hit> expected;
  for (auto const& hit : reaching.within(home, Minutes(20)))
    if (even(hit.destination)) expected.push_back(hit);
  std::ranges::stable_sort(expected, {}, &Hit::time);
  expected.resize(std::min(expected.size(), most));
  RC_ASSERT(copied(reaching.nearest(home, Minutes(20), most, even)) == expected);
}

TEST_P(EveryMode, finds_in_a_made_town_what_travel_finds) {
  Travel travel(*town_.times);
  Destinations const destinations(*town_.times, town_.venues);
  // As long as the index was made for, and for less; some so long that times do not fit in 16 bits.
  for (auto const& [of_index, minutes] : {std::pair(0, 0),
                                          {1, 1},
                                          {5, 5},
                                          {20, 20},
                                          {60, 0},
                                          {60, 15},
                                          {60, 60},
                                          {109, 109},
                                          {110, 110},
                                          {1'440, 30},
                                          {1'440, 1'440}}) {
    PlaceIndex const index(town_.hierarchy, Heading::to_index, Minutes(of_index), town_.venues);
    Reaching reaching(index);
    auto const matrix = reach_matrix(index, town_.homes, Minutes(minutes), 1);
    std::size_t pairs = 0;
    for (std::size_t home = 0; home < town_.homes.size(); ++home) {
      auto const expected = copied(travel.within(*town_.homes[home], Minutes(minutes), destinations));
      ASSERT_EQ(copied(reaching.within(*town_.homes[home], Minutes(minutes))), expected) << minutes;
      ASSERT_EQ(copied(matrix.of(home)), expected) << minutes;
      pairs += expected.size();
    }
    EXPECT_TRUE(minutes < 20 || pairs > 0) << minutes;
  }
}

TEST_P(EveryMode, gives_the_same_matrix_on_any_number_of_threads) {
  PlaceIndex const one(town_.hierarchy, Heading::to_index, Minutes(30), town_.venues, 1);
  PlaceIndex const three(town_.hierarchy, Heading::to_index, Minutes(30), town_.venues, 3);
  auto const matrix = reach_matrix(one, town_.homes, Minutes(30), 1);
  expect_same(reach_matrix(three, town_.homes, Minutes(30), 1), matrix);
  expect_same(reach_matrix(one, town_.homes, Minutes(30), 3), matrix);
}

TEST_P(EveryMode, lengthens_no_nearest_time_when_a_venue_is_added) {
  PlaceIndex index(town_.hierarchy, Heading::to_index, Minutes(60), town_.venues);
  auto const before = reach_matrix(index, town_.homes, Minutes(60), 1);
  index.put(Index<Destination>(town_.venues.size()), town_.homes[7]);
  auto const after = reach_matrix(index, town_.homes, Minutes(60), 1);
  auto const nearest = [](std::span<Hit const> hits) {
    return hits.empty() ? never : std::ranges::min(hits, {}, &Hit::time).time;
  };
  for (std::size_t home = 0; home < town_.homes.size(); ++home)
    EXPECT_LE(nearest(after.of(home)), nearest(before.of(home)));
  EXPECT_GT(after.hits.size(), before.hits.size());
}

TEST_P(EveryMode, reaches_with_a_larger_budget_all_that_it_did_and_as_soon) {
  PlaceIndex const index(town_.hierarchy, Heading::to_index, Minutes(60), town_.venues);
  Reaching reaching(index);
  for (std::size_t home = 0; home < 50; ++home) {
    auto const less = copied(reaching.within(*town_.homes[home], Minutes(15)));
    auto const more = copied(reaching.within(*town_.homes[home], Minutes(30)));
    EXPECT_TRUE(std::ranges::includes(more, less, {}, &Hit::destination, &Hit::destination));
    for (auto const& hit : less) EXPECT_TRUE(std::ranges::count(more, hit) == 1);
  }
}

TEST(Reaching, walks_as_far_there_as_back) {
  Town const town(Mode::walk);
  PlaceIndex const there(town.hierarchy, Heading::to_index, Minutes(30), town.venues);
  PlaceIndex const back(town.hierarchy, Heading::from_index, Minutes(30), town.venues);
  expect_same(reach_matrix(there, town.homes, Minutes(30), 1),
              reach_matrix(back, town.homes, Minutes(30), 1));
}

TEST(Reaching, counts_the_seconds_by_hand_in_a_drawn_town) {
  // At 4.5 km/h 100 m take 80 s.
  auto const town = draw(R"(
      A-+-B
        |
        C
  )");
  auto const times = std::make_shared<TravelTimes const>(town.times({Mode::walk, AgeBand::from_9}));
  Places const places{*snap(*times, town.at('B')), *snap(*times, town.at('C'))};
  PlaceIndex const index(hierarchy_of(times), Heading::to_index, Minutes(10), places);
  // From A to B four steps of 100 m, to C two and two: 320 s each.
  EXPECT_EQ(copied(Reaching(index).within(*snap(*times, town.at('A')), Minutes(10))),
            (std::vector<Hit>{{Index<Destination>(0), Tenths(3200)}, {Index<Destination>(1), Tenths(3200)}}));
  EXPECT_TRUE(Reaching(index).within(*snap(*times, town.at('A')), Minutes(5)).empty());
}

TEST_P(EveryMode, tells_of_all_the_work_and_stops_when_told_to) {
  auto const& contraction = town_.hierarchy->contraction;
  std::atomic<std::size_t> customised = 0, indexed = 0;
  customise(contraction, town_.times, 2, [&](std::size_t work) { customised += work; });
  EXPECT_EQ(customised, work_of_customising(*contraction));
  PlaceIndex(town_.hierarchy, Heading::to_index, Minutes(30), town_.venues, 2,
             [&](std::size_t places) { indexed += places; });
  EXPECT_EQ(indexed, town_.venues.size());
  auto const stop = [](std::size_t) { throw std::runtime_error("enough"); };
  EXPECT_THROW(customise(contraction, town_.times, 2, stop), std::runtime_error);
  EXPECT_THROW(PlaceIndex(town_.hierarchy, Heading::to_index, Minutes(30), town_.venues, 2, stop),
               std::runtime_error);
}

TEST(Reaching, does_not_answer_beyond_the_budget_of_the_index) {
  auto const town = draw("A-B");
  auto const times = std::make_shared<TravelTimes const>(town.times({}));
  PlaceIndex const index(hierarchy_of(times), Heading::to_index, Minutes(10), {});
  EXPECT_THROW(Reaching(index).within(*snap(*times, town.at('A')), Minutes(11)), Broken);
}

}  // namespace wegwijzer
