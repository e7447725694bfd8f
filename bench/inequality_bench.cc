// SPDX-License-Identifier: EUPL-1.2
// How unequal opportunities are in a fictional town of 100,000: what every child experiences, four at a time
// and one after the other; the 32 coalitions of factors together and one by one; all figures; and a draw of
// what they could be with other parameters.
#include <benchmark/benchmark.h>

#include <numeric>

#include "kit/made_world.h"
#include "machine.h"
#include "opportunity/analysis.h"
#include "opportunity/uncertainty.h"

namespace wegwijzer {

namespace {

std::shared_ptr<OpportunityModel const> model() {
  static auto const made =
      std::make_shared<OpportunityModel const>(std::make_shared<Atlas const>(MadeWorld(8'800).atlas()),
                                               OpportunityParameters(), date(2026, 11, 24), 2);
  return made;
}

Population const& population() {
  static auto const all = [] {
    std::vector<std::size_t> profiles(standard_profiles().size());
    std::iota(profiles.begin(), profiles.end(), 0);
    return Population(*model(), std::nullopt, profiles);
  }();
  return all;
}

void every_child_four_at_a_time(benchmark::State& state) {
  population();
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        experienced_by_all(*model(), population().homes, static_cast<unsigned>(state.range(0))));
  }
}

// The same sums by the code that pages open to their offerings.
void every_child_one_after_the_other(benchmark::State& state) {
  population();
  for (auto _ : state) {
    ExperienceOf asking(*model());
    for (auto const& child : standard_profiles()) {
      ProfileTable const table(*model(), child);
      for (auto const home : population().homes) {
        double sum = 0;
        asking.for_each(model()->homes()[home].area, model()->reached(home, child.travel()), table,
                        [&](std::size_t, Factors const& factors) { sum += factors.experienced(); });
        benchmark::DoNotOptimize(sum);
      }
    }
  }
}

void measures_of_inequality(benchmark::State& state) {
  auto const values = experienced_by_all(*model(), population().homes, 2);
  auto const children = children_in(*model(), population());
  for (auto _ : state) benchmark::DoNotOptimize(inequality(values, children));
}

void coalitions_together(benchmark::State& state) {
  auto const children = children_in(*model(), population());
  for (auto _ : state) {
    auto const threads = static_cast<unsigned>(state.range(0));
    RowsOfHomes const rows(*model(), population().homes, threads);
    benchmark::DoNotOptimize(experienced_by_coalition(rows, children, threads));
  }
}

void all_figures(benchmark::State& state) {
  population();
  for (auto _ : state) {
    benchmark::DoNotOptimize(place_figures(*model(), population(), static_cast<unsigned>(state.range(0))));
  }
}

void twenty_draws(benchmark::State& state) {
  population();
  DrawOrder const order{.draws = 20, .threads = static_cast<unsigned>(state.range(0))};
  for (auto _ : state) benchmark::DoNotOptimize(uncertainty(*model(), population(), order));
}

BENCHMARK(every_child_four_at_a_time)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(every_child_one_after_the_other)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(measures_of_inequality)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(coalitions_together)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(all_figures)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(twenty_draws)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace

}  // namespace wegwijzer

BENCHMARK_MAIN();
