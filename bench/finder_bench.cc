// SPDX-License-Identifier: EUPL-1.2
// One search: find_offerings, which also counts and sorts, against the same search on the records themselves,
// which does neither (test/kit/slow_finder.h), on a fictional world. Argument: its children of 4 to 12; the
// counter says how many offerings there are.
#include <benchmark/benchmark.h>

#include "kit/made_world.h"
#include "kit/slow_finder.h"
#include "opportunity/next_steps.h"

namespace wegwijzer {

namespace {

Moment const moment{date(2026, 11, 24), {12 * 60}};

struct Search {
  Atlas atlas;
  OfferingQuery query;
};

Search const& search(std::int64_t children) {
  static std::map<std::int64_t, Search> made;
  auto found = made.find(children);
  if (found != made.end()) return found->second;
  MadeWorld world(static_cast<std::size_t>(children), static_cast<std::size_t>(children / 12'000 + 1));
  OfferingQuery query;
  query.home = world.world().earth(world.world().plan().towns.front().middle);
  query.age = 9;
  query.days.add(std::chrono::Wednesday);
  auto const& ready = made.emplace(children, Search{world.atlas(), query}).first->second;
  // The first question lays all venues on the streets.
  find_offerings(ready.atlas, query, moment);
  return ready;
}

void finder(benchmark::State& state) {
  auto const& [atlas, query] = search(state.range(0));
  std::size_t found = 0;
  for (auto _ : state) found = find_offerings(atlas, query, moment).offerings.size();
  state.counters["found"] = static_cast<double>(found);
  state.counters["offerings"] = static_cast<double>(atlas.catalogue().offerings().size());
}

void on_the_records(benchmark::State& state) {
  auto const& [atlas, query] = search(state.range(0));
  std::size_t found = 0;
  for (auto _ : state) found = slow_find(atlas, query, moment.today).size();
  state.counters["found"] = static_cast<double>(found);
  state.counters["offerings"] = static_cast<double>(atlas.catalogue().offerings().size());
}

void next_step(benchmark::State& state) {
  auto const& [atlas, query] = search(state.range(0));
  auto const reach = reach_of(atlas, query);
  for (auto _ : state) {
    benchmark::DoNotOptimize(next_steps(atlas, Index<Offering>(0), {&*reach, query.age, moment.today}));
  }
}

BENCHMARK(finder)->Arg(8'800)->Arg(100'000)->Arg(500'000)->Unit(benchmark::kMicrosecond);
BENCHMARK(on_the_records)->Arg(8'800)->Arg(100'000)->Arg(500'000)->Unit(benchmark::kMicrosecond);
BENCHMARK(next_step)->Arg(8'800)->Arg(100'000)->Arg(500'000)->Unit(benchmark::kMicrosecond);

}  // namespace

}  // namespace wegwijzer

BENCHMARK_MAIN();
