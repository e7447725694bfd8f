// SPDX-License-Identifier: EUPL-1.2
// Travel against the textbook: a plain Dijkstra over a graph in which every place is a node of its own.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <queue>

#include "kit/any_network.h"
#include "streets/travel.h"

namespace wegwijzer {

namespace {

// Every node, and home and all places as nodes of their own, joined along each edge in the order they lie on
// it.
class Textbook {
 public:
  Textbook(TravelTimes const& times, Place home, std::vector<std::optional<Place>> const& places)
      : times_(times), first_place_(times.streets().node_count()), arcs_(first_place_ + places.size() + 1) {
    std::map<Index<Edge>, std::vector<std::pair<Along, std::size_t>>> on_edge;
    for (std::size_t at = 0; at < places.size(); ++at)
      if (places[at]) on_edge[places[at]->edge].emplace_back(places[at]->along, first_place_ + at);
    on_edge[home.edge].emplace_back(home.along, arcs_.size() - 1);
    for (std::size_t edge = 0; edge < times.streets().edge_count(); ++edge)
      join(Index<Edge>(edge), on_edge[Index<Edge>(edge)]);
    search(arcs_.size() - 1);
  }

  std::optional<std::int64_t> time_to(std::size_t place) const {
    auto const found = labels_.find(first_place_ + place);
    return found == labels_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  void join(Index<Edge> edge, std::vector<std::pair<Along, std::size_t>> on_it) {
    std::ranges::sort(on_it);
    on_it.insert(on_it.begin(), {line_begin, times_.streets().edge(edge).from.value()});
    on_it.push_back({line_end, times_.streets().edge(edge).to.value()});
    for (std::size_t at = 1; at < on_it.size(); ++at) {
      join(edge, true, on_it[at - 1], on_it[at]);
      join(edge, false, on_it[at], on_it[at - 1]);
      // Doors at one spot of a one-way street are no way apart, nor is a door on a crossing from it.
      if (on_it[at - 1].first != on_it[at].first) continue;
      arcs_[on_it[at].second].emplace_back(on_it[at - 1].second, 0);
      arcs_[on_it[at - 1].second].emplace_back(on_it[at].second, 0);
    }
  }

  void join(Index<Edge> edge, bool forward, std::pair<Along, std::size_t> a,
            std::pair<Along, std::size_t> b) {
    auto const whole = times_.time(edge, forward);
    if (whole == never) return;
    auto const before = [&](Along along) {
      return std::int64_t{amount_before(static_cast<std::uint32_t>(whole.count()), along)};
    };
    arcs_[a.second].emplace_back(b.second, std::abs(before(a.first) - before(b.first)));
  }

  void search(std::size_t home) {
    std::priority_queue<std::pair<std::int64_t, std::size_t>,
                        std::vector<std::pair<std::int64_t, std::size_t>>, std::greater<>>
        queue;
    queue.emplace(0, home);
    while (!queue.empty()) {
      auto const [time, node] = queue.top();
      queue.pop();
      if (!labels_.emplace(node, time).second) continue;
      for (auto const& [target, step] : arcs_[node]) queue.emplace(time + step, target);
    }
  }

  TravelTimes const& times_;
  std::size_t first_place_;
  std::vector<std::vector<std::pair<std::size_t, std::int64_t>>> arcs_;
  std::map<std::size_t, std::int64_t> labels_;
};

std::vector<Hit> textbook_hits(TravelTimes const& times, Place home, Minutes budget,
                               std::vector<std::optional<Place>> const& places) {
  Textbook const textbook(times, home, places);
  std::vector<Hit> hits;
  for (std::size_t at = 0; at < places.size(); ++at) {
    auto const found = places[at] ? textbook.time_to(at) : std::nullopt;
    if (!found) continue;
    Tenths const whole = Tenths(static_cast<std::int32_t>(*found)) + home.connector + places[at]->connector +
                         times.pace().start_up;
    if (whole <= Tenths(budget)) hits.push_back({Index<Destination>(at), whole});
  }
  return hits;
}

std::vector<Hit> hits(Travel& travel, Place const& home, Minutes budget, Destinations const& destinations) {
  auto const found = travel.within(home, budget, destinations);
  return {found.begin(), found.end()};
}

Profile any_profile() {
  return {*rc::gen::element(Mode::walk, Mode::bike), *rc::gen::element(AgeBand::from_6, AgeBand::grown),
          *rc::gen::element(Roads::all, Roads::calm)};
}

}  // namespace

RC_GTEST_PROP(Travel, finds_what_the_textbook_finds, ()) {
  auto const streets = any_streets();
  TravelTimes const times(streets, any_profile());
  auto const places = any_places(*streets);
  Destinations const destinations(times, places);
  Travel travel(times);
  for (int query = 0; query < 3; ++query) {
    auto const home = any_place(*streets);
    Minutes const budget(*rc::gen::inRange(0, 40));
    RC_ASSERT(hits(travel, home, budget, destinations) == textbook_hits(times, home, budget, places));
  }
}

RC_GTEST_PROP(Travel, tells_a_route_of_the_same_time, ()) {
  auto const streets = any_streets();
  TravelTimes const times(streets, any_profile());
  auto const from = any_place(*streets);
  auto const to = any_place(*streets);
  Destinations const destinations(times, std::vector<std::optional<Place>>{to});
  Travel travel(times);
  auto const route = travel.route(from, to);
  auto const found = hits(travel, from, Minutes(100'000), destinations);
  RC_ASSERT(route.has_value() == !found.empty());
  if (!route) return;
  RC_ASSERT(route->time == found.front().time);
  double const told =
      std::accumulate(route->stretches.begin(), route->stretches.end(), 0.0,
                      [](double sum, auto const& stretch) { return sum + stretch.length.value; });
  RC_ASSERT(std::abs(told - route->length.value) < 1e-6);
}

// Boarding belongs to the end of a ferry where one starts, so no door may lie on one; snap sees to that.
bool on_ferry(Streets const& streets, Place const& place) {
  return streets.edge(place.edge).use.kind == StreetClass::ferry;
}

RC_GTEST_PROP(Travel, on_foot_takes_as_long_there_as_back, ()) {
  auto const streets = any_streets();
  TravelTimes const times(streets, {Mode::walk, AgeBand::from_9});
  auto const a = any_place(*streets);
  auto const b = any_place(*streets);
  RC_PRE(!on_ferry(*streets, a) && !on_ferry(*streets, b));
  Travel travel(times);
  auto const there = travel.route(a, b);
  auto const back = travel.route(b, a);
  RC_ASSERT(there.has_value() == back.has_value());
  if (there) RC_ASSERT(there->time == back->time);
}

RC_GTEST_PROP(Travel, over_calm_streets_is_no_quicker_than_over_all, ()) {
  auto const streets = any_streets();
  auto const mode = *rc::gen::element(Mode::walk, Mode::bike);
  TravelTimes const all(streets, {mode, AgeBand::from_9});
  TravelTimes const calm(streets, {mode, AgeBand::from_9, Roads::calm});
  auto const from = any_place(*streets);
  auto const to = any_place(*streets);
  auto const calmly = Travel(calm).route(from, to);
  if (calmly) RC_ASSERT(Travel(all).route(from, to)->time <= calmly->time);
}

RC_GTEST_PROP(Travel, over_calm_streets_is_the_same_where_none_is_busy_or_unsafe, ()) {
  auto columns = any_streets()->columns();
  for (auto& edge : columns.edges) edge.use.busy = edge.use.unsafe_on_foot = false;
  auto const streets = std::make_shared<Streets const>(*Streets::of(std::move(columns)));
  for (auto const mode : {Mode::walk, Mode::bike}) {
    TravelTimes const all(streets, {mode, AgeBand::from_9});
    TravelTimes const calm(streets, {mode, AgeBand::from_9, Roads::calm});
    for (std::size_t edge = 0; edge < streets->edge_count(); ++edge) {
      for (bool const forward : {true, false})
        RC_ASSERT(all.time(Index<Edge>(edge), forward) == calm.time(Index<Edge>(edge), forward));
    }
  }
}

RC_GTEST_PROP(Travel, with_a_larger_budget_loses_no_hit, ()) {
  auto const streets = any_streets();
  TravelTimes const times(streets, any_profile());
  Destinations const destinations(times, any_places(*streets));
  auto const home = any_place(*streets);
  Minutes const budget(*rc::gen::inRange(0, 30));
  Travel travel(times);
  auto const few = hits(travel, home, budget, destinations);
  auto const many = hits(travel, home, budget + Minutes(*rc::gen::inRange(0, 30)), destinations);
  RC_ASSERT(std::ranges::includes(many, few, {}, &Hit::destination, &Hit::destination));
}

RC_GTEST_PROP(Travel, does_not_remember_earlier_questions, ()) {
  auto const streets = any_streets();
  TravelTimes const times(streets, any_profile());
  Destinations const destinations(times, any_places(*streets));
  auto const home = any_place(*streets);
  Travel fresh(times);
  Travel used(times);
  (void)used.within(any_place(*streets), Minutes(*rc::gen::inRange(0, 60)), destinations);
  (void)used.route(any_place(*streets), any_place(*streets));
  RC_ASSERT(hits(fresh, home, Minutes(20), destinations) == hits(used, home, Minutes(20), destinations));
}

// Each part is asked for as a place to go to, a little within it: there a whole tenth makes the difference.
RC_GTEST_PROP(Travel, parts_the_streets_where_the_budget_ends, ()) {
  auto const streets = any_streets();
  TravelTimes const times(streets, any_profile());
  auto const home = any_place(*streets);
  Minutes const budget(*rc::gen::inRange(0, 40));
  Travel travel(times);
  auto const parts = travel.parts(home, budget, Metres{1e6});
  std::vector<std::optional<Place>> inside;
  for (auto const& [edge, from, to, reached] : parts) {
    RC_ASSERT(from < to);
    inside.push_back(Place{edge, Along{std::midpoint(from.parts, to.parts)}, Tenths(0)});
  }
  std::vector<bool> in_time(parts.size());
  for (auto const& hit : hits(travel, home, budget, Destinations(times, inside)))
    in_time[hit.destination.value()] = true;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    auto const whole = std::max(times.time(parts[i].edge, true), times.time(parts[i].edge, false));
    auto const shorter = std::uint64_t{parts[i].to.parts - parts[i].from.parts} / 2;
    auto const rounding = whole == never ? 0 : Along::whole / static_cast<std::uint64_t>(whole.count());
    if (shorter > 2 * rounding) RC_ASSERT(in_time[i] == parts[i].reached);
  }
}

RC_GTEST_PROP(Travel, parts_each_street_from_end_to_end, ()) {
  auto const streets = any_streets();
  TravelTimes const times(streets, any_profile());
  Travel travel(times);
  std::map<Index<Edge>, Along> at;
  for (auto const& [edge, from, to, reached] : travel.parts(any_place(*streets), Minutes(30), Metres{1e6})) {
    RC_ASSERT(from == at[edge]);
    at[edge] = to;
  }
  for (auto const& [edge, end] : at) RC_ASSERT(end == line_end);
}

}  // namespace wegwijzer
