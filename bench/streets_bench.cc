// SPDX-License-Identifier: EUPL-1.2
// Which venues lie within 45 minutes by bicycle: Travel against a plain Dijkstra with std::priority_queue, on
// a fictional world. Argument: its children of 4 to 12; above ten thousand of them in several towns.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <map>
#include <queue>
#include <vector>

#include "base/random.h"
#include "kit/made_world.h"
#include "streets/reach_shape.h"
#include "streets/snapshot.h"
#include "streets/travel.h"

namespace wegwijzer {

namespace {

constexpr std::size_t venue_count = 300;
constexpr Minutes budget(45);

std::vector<std::optional<Place>> any_places(Streets const& streets, std::size_t size) {
  Random random = Seed(1).stream("places");
  std::vector<std::optional<Place>> places;
  for (std::size_t at = 0; at < size; ++at)
    places.push_back(Place{Index<Edge>(random.below(streets.edge_count())),
                           Along{static_cast<std::uint32_t>(random.below(Along::whole))}, Tenths(100)});
  return places;
}

struct World {
  explicit World(std::int64_t children)
      : streets(MadeWorld(static_cast<std::size_t>(children), children > 10'000 ? 8 : 1).streets()),
        times(streets, {Mode::bike, AgeBand::from_9}),
        places(any_places(*streets, venue_count)),
        destinations(times, places),
        homes(any_places(*streets, 512)) {}

  std::shared_ptr<Streets const> streets;
  TravelTimes times;
  std::vector<std::optional<Place>> places;
  Destinations destinations;
  std::vector<std::optional<Place>> homes;
};

// The same question as well as the standard library lets one write it: versioned labels, arcs with their
// times side by side, stops at the budget.
class PlainDijkstra {
 public:
  explicit PlainDijkstra(World const& world) : world_(world), first_{0} {
    auto const& streets = *world.streets;
    for (std::size_t node = 0; node < streets.node_count(); ++node) {
      auto const arcs = streets.arcs(Index<Node>(node));
      for (std::size_t at = 0; at < arcs.size(); ++at)
        if (auto const time = world.times.times_from(Index<Node>(node))[at]; time != never)
          arcs_.push_back({static_cast<std::uint32_t>(arcs[at].target().value()),
                           static_cast<std::uint32_t>(time.count())});
      first_.push_back(arcs_.size());
    }
    labels_.resize(streets.node_count());
  }

  std::size_t reached(Place const& home, Minutes minutes) {
    ++version_;
    settled_ = 0;
    auto const limit =
        static_cast<std::uint32_t>((Tenths(minutes) - home.connector - world_.times.pace().start_up).count());
    auto const& edge = world_.streets->edge(home.edge);
    improve(edge.to, time_to_end(world_.times, home, true), limit);
    improve(edge.from, time_to_end(world_.times, home, false), limit);
    std::vector<std::uint32_t> best(world_.places.size(), ~0U);
    while (!queue_.empty()) {
      auto const [time, node] = queue_.top();
      queue_.pop();
      if (time != labels_[node].time) continue;
      ++settled_;
      for (auto const& [destination, last] : world_.destinations.from_node(Index<Node>(node)))
        best[destination.value()] =
            std::min(best[destination.value()], time + static_cast<std::uint32_t>(last.count()));
      for (std::size_t at = first_[node]; at < first_[node + 1]; ++at)
        improve(arcs_[at].target, time + arcs_[at].time, limit);
    }
    return static_cast<std::size_t>(std::ranges::count_if(best, [&](auto time) { return time <= limit; }));
  }

  std::size_t settled() const { return settled_; }

 private:
  struct TimedArc {
    std::uint32_t target;
    std::uint32_t time;
  };

  struct VersionedLabel {
    std::uint32_t time = 0;
    std::uint32_t version = 0;
  };

  void improve(Index<Node> node, Tenths time, std::uint32_t limit) {
    if (time != never)
      improve(static_cast<std::uint32_t>(node.value()), static_cast<std::uint32_t>(time.count()), limit);
  }

  void improve(std::uint32_t node, std::uint32_t time, std::uint32_t limit) {
    auto& label = labels_[node];
    if (time > limit || (label.version == version_ && time >= label.time)) return;
    label = {time, version_};
    queue_.emplace(time, node);
  }

  using QueueEntry = std::pair<std::uint32_t, std::uint32_t>;

  World const& world_;
  std::vector<std::size_t> first_;
  std::vector<TimedArc> arcs_;
  std::vector<VersionedLabel> labels_;
  std::uint32_t version_ = 0;
  std::size_t settled_ = 0;
  std::priority_queue<QueueEntry, std::vector<QueueEntry>, std::greater<>> queue_;
};

World const& world(std::int64_t children) {
  static std::map<std::int64_t, World> worlds;
  return worlds.try_emplace(children, children).first->second;
}

void within(benchmark::State& state) {
  auto const& town = world(state.range(0));
  Travel travel(town.times);
  std::size_t query = 0;
  std::size_t hits = 0;
  for (auto _ : state) hits += travel.within(*town.homes[query++ % 512], budget, town.destinations).size();
  state.counters["hits"] = benchmark::Counter(static_cast<double>(hits), benchmark::Counter::kAvgIterations);
}

void within_by_plain_dijkstra(benchmark::State& state) {
  auto const& town = world(state.range(0));
  PlainDijkstra plain(town);
  std::size_t query = 0;
  std::size_t hits = 0;
  std::size_t settled = 0;
  for (auto _ : state) {
    hits += plain.reached(*town.homes[query++ % 512], budget);
    settled += plain.settled();
  }
  state.counters["hits"] = benchmark::Counter(static_cast<double>(hits), benchmark::Counter::kAvgIterations);
  state.counters["settled"] =
      benchmark::Counter(static_cast<double>(settled), benchmark::Counter::kAvgIterations);
}

// The outline of what is reached, for a map; against within(), the travel times to the venues of the same
// home.
void outline_what_is_reached(benchmark::State& state) {
  auto const& town = world(state.range(0));
  Travel travel(town.times);
  std::size_t query = 0;
  for (auto _ : state) {
    auto const parts = travel.parts(*town.homes[query++ % 512], Minutes(state.range(1)), ground_of_street);
    benchmark::DoNotOptimize(reach_shape(*town.streets, parts).size());
  }
}

void snap_a_door(benchmark::State& state) {
  auto const& town = world(state.range(0));
  Random random = Seed(1).stream("doors");
  auto const& nodes = town.streets->columns().nodes;
  auto const beside = [&](std::int32_t at) {
    return at + static_cast<std::int32_t>(random.below(2'000)) - 1'000;
  };
  for (auto _ : state) {
    auto const near = nodes[random.below(nodes.size())];
    benchmark::DoNotOptimize(snap(town.times, {beside(near.latitude), beside(near.longitude)}));
  }
}

void compute_travel_times(benchmark::State& state) {
  auto const& town = world(state.range(0));
  for (auto _ : state)
    benchmark::DoNotOptimize(TravelTimes(town.streets, {Mode::bike, AgeBand::from_9}).longest());
}

void load_a_snapshot(benchmark::State& state) {
  auto const bytes = snapshot(*world(state.range(0)).streets);
  for (auto _ : state) benchmark::DoNotOptimize(read_snapshot(bytes)->edge_count());
  state.counters["bytes"] = static_cast<double>(bytes.size());
}

BENCHMARK(within)->Arg(1'500)->Arg(8'800)->Arg(100'000)->Unit(benchmark::kMicrosecond);
BENCHMARK(within_by_plain_dijkstra)->Arg(1'500)->Arg(8'800)->Arg(100'000)->Unit(benchmark::kMicrosecond);
BENCHMARK(outline_what_is_reached)
    ->Args({8'800, 20})
    ->Args({100'000, 20})
    ->Args({100'000, 45})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(snap_a_door)->Arg(8'800)->Arg(100'000)->Unit(benchmark::kMicrosecond);
BENCHMARK(compute_travel_times)->Arg(8'800)->Arg(100'000)->Unit(benchmark::kMillisecond);
BENCHMARK(load_a_snapshot)->Arg(8'800)->Arg(100'000)->Unit(benchmark::kMillisecond);

}  // namespace

}  // namespace wegwijzer

BENCHMARK_MAIN();
