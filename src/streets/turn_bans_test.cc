// SPDX-License-Identifier: EUPL-1.2
#include "streets/turn_bans.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "kit/any_network.h"
#include "kit/open_street.h"
#include "streets/streets_builder.h"
#include "streets/travel.h"

namespace wegwijzer {

namespace {

// Every edge with its own number as its name, a length in steps of 8 mm (so that halves and quarters are
// whole), and no way to push a bicycle.
StreetColumns numbered(StreetColumns columns) {
  columns.first_letter = {0, 0};
  columns.letters.clear();
  for (std::size_t at = 0; at < columns.edges.size(); ++at) {
    columns.letters += 'x';
    columns.first_letter.push_back(static_cast<std::uint32_t>(columns.letters.size()));
    columns.edges[at].name = Index<StreetName>(at + 1);
    columns.edges[at].millimetres = columns.edges[at].millimetres / 8 * 8;
    columns.edges[at].use.passage.push = false;
    columns.edges[at].use.kind = StreetClass::residential;
  }
  return columns;
}

// A tenth of a second a millimetre, so that the times of parts add up exactly.
std::optional<Tenths> riding_time(Edge const& edge, bool forward) {
  bool const rides = forward ? edge.use.passage.bike_forward : edge.use.passage.bike_backward;
  if (!rides) return std::nullopt;
  return Tenths(static_cast<std::int32_t>(edge.millimetres));
}

std::shared_ptr<Streets const> made(StreetColumns columns) {
  return std::make_shared<Streets const>(Streets::of(std::move(columns)).value());
}

// What is left of an edge between the metres that were cut off.
struct Middle {
  Index<Edge> edge;
  std::uint32_t before = 0;  // millimetres of the edge that lie before it
};

Middle middle_of(Streets const& streets, std::size_t number) {
  auto const own = [&](Edge const& edge) { return edge.name.value() == number + 1 && !edge.use.turning; };
  std::size_t longest = streets.edge_count();
  for (std::size_t at = 0; at < streets.edge_count(); ++at) {
    auto const& edge = streets.edge(Index<Edge>(at));
    if (!own(edge)) continue;
    if (longest == streets.edge_count() ||
        edge.millimetres > streets.edge(Index<Edge>(longest)).millimetres) {
      longest = at;
    }
  }
  Middle middle{Index<Edge>(longest), 0};
  for (auto const& edge : streets.columns().edges) {
    auto const begin = streets.edge(middle.edge).from;
    if (own(edge) && edge.to == begin && edge.from != begin) middle.before = edge.millimetres;
  }
  return middle;
}

// Arrivals by an edge at one of its ends, as the states of a plain search that knows which turns are banned.
class ByTurns {
 public:
  ByTurns(Streets const& streets, std::vector<TurnBan> const& bans) : streets_(streets) {
    for (auto const& [from, via, to] : bans) banned_.emplace(from.value(), via.value(), to.value());
  }

  // From so many millimetres along the one edge to so many along the other, which is another one.
  std::int64_t time(std::size_t from, std::int64_t from_at, std::size_t to, std::int64_t to_at) {
    arrivals_.clear();
    auto const whole = size(from);
    if (rides(from, true)) arrive(from, true, whole - from_at);
    if (rides(from, false)) arrive(from, false, from_at);
    // Bellman and Ford: again until nothing gets better.
    for (bool better = true; better;) {
      better = false;
      for (auto const& [arrival, at] : std::map(arrivals_)) better = go_on(arrival, at) || better;
    }
    std::int64_t best = INT32_MAX;
    for (auto const& [arrival, at] : arrivals_) {
      for (bool const forward : {true, false}) {
        if (turns(arrival, to, forward)) best = std::min(best, at + (forward ? to_at : size(to) - to_at));
      }
    }
    return best;
  }

 private:
  using Arrival = std::pair<std::size_t, bool>;  // the edge, and whether along its line

  Edge const& edge(std::size_t at) const { return streets_.edge(Index<Edge>(at)); }

  std::int64_t size(std::size_t at) const { return edge(at).millimetres; }

  bool rides(std::size_t at, bool forward) const {
    return riding_time(edge(at), forward).has_value() && (size(at) > 0);
  }

  bool turns(Arrival const& arrival, std::size_t to, bool forward) const {
    auto const via = arrival.second ? edge(arrival.first).to : edge(arrival.first).from;
    auto const begin = forward ? edge(to).from : edge(to).to;
    return rides(to, forward) && begin == via && to != arrival.first &&
           !banned_.contains({arrival.first, via.value(), to});
  }

  bool arrive(std::size_t by, bool forward, std::int64_t at) {
    auto const [known, is_new] = arrivals_.try_emplace({by, forward}, at);
    if (!is_new && known->second <= at) return false;
    known->second = at;
    return true;
  }

  // Into every street that one may turn into: to its end, or round again ten metres or a quarter of it from
  // either end.
  bool go_on(Arrival const& arrival, std::int64_t at) {
    bool better = false;
    for (std::size_t to = 0; to < streets_.edge_count(); ++to) {
      for (bool const forward : {true, false}) {
        if (!turns(arrival, to, forward)) continue;
        better = arrive(to, forward, at + size(to)) || better;
        auto const stub = std::min<std::int64_t>(10'000, size(to) / 4);
        if (rides(to, !forward)) better = arrive(to, !forward, at + 2 * stub) || better;
      }
    }
    return better;
  }

  Streets const& streets_;
  std::set<std::tuple<std::size_t, std::size_t, std::size_t>> banned_;
  std::map<Arrival, std::int64_t> arrivals_;
};

Place in_the_middle(Streets const& streets, std::size_t number) {
  return {middle_of(streets, number).edge, Along{Along::whole / 2}, Tenths(0)};
}

std::int64_t millimetres_before(Streets const& streets, std::size_t number) {
  auto const middle = middle_of(streets, number);
  return middle.before + streets.edge(middle.edge).millimetres / 2;
}

std::vector<TurnBan> any_bans(Streets const& streets) {
  std::vector<TurnBan> bans;
  for (auto count = *rc::gen::inRange(0, 6); count > 0; --count) {
    Index<Edge> const from(*rc::gen::inRange<std::size_t>(0, streets.edge_count()));
    auto const via = *rc::gen::arbitrary<bool>() ? streets.edge(from).to : streets.edge(from).from;
    auto const arcs = streets.arcs(via);
    auto const to = arcs[*rc::gen::inRange<std::size_t>(0, arcs.size())].edge();
    bool const loop = streets.edge(from).from == streets.edge(from).to;
    if (to != from && !loop) bans.push_back({from, via, to});
  }
  return bans;
}

// A crossing of four streets of 100 m, and a way round from the west to the north of 3 × 100 m:
//   north
//     |
// w - + - e      way 1: west to the crossing, way 2: on to the east, way 3: to the north, way 4: to the south
//     |
//   south
class Junction {
 public:
  Junction() {
    way(1, {west, middle});
    way(2, {middle, east});
    way(3, {middle, north});
    way(4, {middle, south});
  }

  void way(std::int64_t id, std::vector<WayPoint> const& points) {
    builder.add_way(points, open_to_all, "", id);
  }

  // By bicycle, for a child of ten: 12 km/h is 30 tenths for 10 m; on foot beside it 3.6 km/h, 100 tenths.
  Tenths ride(WayPoint const& from, WayPoint const& to) {
    auto const streets = std::make_shared<Streets const>(std::move(builder).build());
    TravelTimes const times(streets, Profile{Mode::bike, AgeBand::from_9});
    auto const route = Travel(times).route(*snap(times, *from.at), *snap(times, *to.at));
    return route ? route->time - times.pace().start_up : never;
  }

  StreetsBuilder builder;
  WayPoint const middle{1, GeoPoint::of_degrees(52, 5)};
  WayPoint const west{2, GeoPoint::of_degrees(52, 4.998541)};
  WayPoint const east{3, GeoPoint::of_degrees(52, 5.001459)};
  WayPoint const north{4, GeoPoint::of_degrees(52.000899, 5)};
  WayPoint const south{5, GeoPoint::of_degrees(51.999101, 5)};
};

bool about(Tenths time, int expected) {
  return std::abs(time.count() - expected) <= 4;
}

}  // namespace

RC_GTEST_PROP(TurnBans, are_kept_to_as_by_a_search_that_knows_every_turn, ()) {
  auto const before = made(numbered(any_streets(6, 12)->columns()));
  // Where a loop is cut cannot be told from its pieces, and what has no length is passed without a state.
  auto const can_ask = [&](std::size_t at) {
    auto const& edge = before->edge(Index<Edge>(at));
    return edge.from != edge.to;
  };
  RC_PRE(
      std::ranges::all_of(before->columns().edges, [](Edge const& edge) { return edge.millimetres >= 8; }));
  auto const bans = any_bans(*before);
  auto const after = made(ban_turns(before->columns(), bans));
  TravelTimes const times(after, Pace{.start_up = Tenths(0)}, riding_time);
  std::vector<std::optional<Place>> places;
  for (std::size_t edge = 0; edge < before->edge_count(); ++edge)
    places.push_back(in_the_middle(*after, edge));
  Destinations const destinations(times, places);
  Travel travel(times);
  ByTurns by_turns(*before, bans);
  for (std::size_t from = 0; from < places.size(); ++from) {
    std::map<std::size_t, std::int64_t> found;
    for (auto const& hit : travel.within(*places[from], Minutes(100'000), destinations))
      found[hit.destination.value()] = hit.time.count();
    for (std::size_t to = 0; to < places.size(); ++to) {
      if (to == from || !can_ask(from) || !can_ask(to)) continue;
      auto const expected =
          by_turns.time(from, millimetres_before(*after, from), to, millimetres_before(*after, to));
      RC_ASSERT((found.contains(to) ? found[to] : INT32_MAX) == expected);
    }
  }
}

RC_GTEST_PROP(TurnBans, lengthen_no_street, ()) {
  auto const before = made(numbered(any_streets(6, 12)->columns()));
  auto const after = made(ban_turns(before->columns(), any_bans(*before)));
  std::map<std::size_t, std::uint64_t> sizes;
  for (auto const& edge : after->columns().edges)
    if (!edge.use.turning) sizes[edge.name.value()] += edge.millimetres;
  for (auto const& edge : before->columns().edges) RC_ASSERT(sizes[edge.name.value()] == edge.millimetres);
}

TEST(TurnBans, change_nothing_where_there_are_none) {
  StreetsBuilder builder;
  builder.add_way(std::vector<WayPoint>{{1, GeoPoint{}}, {2, GeoPoint{1000, 0}}}, open_to_all);
  auto const columns = std::move(builder).build().columns();
  EXPECT_EQ(ban_turns(columns, {}), columns);
}

TEST(TurnBans, leave_a_free_junction_as_quick_as_it_was) {
  EXPECT_TRUE(about(Junction().ride(Junction().west, Junction().north), 600));
}

TEST(TurnBans, make_a_rider_turn_round_in_another_street) {
  Junction junction;
  junction.builder.ban_turn(1, 1, 3);
  // 10 m into one and back: 220 m, sooner than pushing the last 10 m (270 + 100 + 300).
  EXPECT_TRUE(about(junction.ride(junction.west, junction.north), 660));
}

TEST(TurnBans, make_a_rider_who_can_turn_nowhere_get_off_for_the_last_metres) {
  Junction junction;
  for (auto const other : {2, 3, 4}) junction.builder.ban_turn(1, 1, other);
  EXPECT_TRUE(about(junction.ride(junction.west, junction.north), 670));
}

TEST(TurnBans, leave_the_other_turns_of_the_same_street) {
  Junction junction;
  junction.builder.ban_turn(1, 1, 3);
  EXPECT_TRUE(about(junction.ride(junction.west, junction.east), 600));
}

TEST(TurnBans, leave_the_way_back) {
  Junction junction;
  junction.builder.ban_turn(1, 1, 3);
  EXPECT_TRUE(about(junction.ride(junction.north, junction.west), 600));
}

TEST(TurnBans, that_allow_only_one_turn_ban_the_others) {
  Junction north, south, east;
  for (auto* junction : {&north, &south, &east}) junction->builder.ban_turn(1, 1, 2, true);
  EXPECT_TRUE(about(north.ride(north.west, north.north), 660));
  EXPECT_TRUE(about(south.ride(south.west, south.south), 660));
  EXPECT_TRUE(about(east.ride(east.west, east.east), 600));
}

TEST(TurnBans, of_ways_that_are_not_known_or_do_not_end_there_are_left_out) {
  Junction junction;
  junction.way(5, {junction.south, junction.middle, junction.east});
  junction.builder.ban_turn(1, 1, 99);
  junction.builder.ban_turn(1, 77, 3);
  junction.builder.ban_turn(5, 1, 3);
  EXPECT_TRUE(about(junction.ride(junction.west, junction.north), 600));
}

TEST(TurnBans, do_not_bind_walkers) {
  Junction junction;
  junction.builder.ban_turn(1, 1, 3);
  auto const streets = std::make_shared<Streets const>(std::move(junction.builder).build());
  TravelTimes const times(streets, Profile{Mode::walk, AgeBand::from_9});
  auto const route = Travel(times).route(*snap(times, *junction.west.at), *snap(times, *junction.north.at));
  ASSERT_TRUE(route);
  EXPECT_TRUE(about(route->time, 1600));  // 200 m at 4.5 km/h
}

}  // namespace wegwijzer
