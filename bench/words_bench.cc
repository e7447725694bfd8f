// SPDX-License-Identifier: EUPL-1.2
// A search by words in 100,000 offerings of fictional towns: the index against a scan of all texts
// (test/kit/slow_search.h). Also how long the index takes to build, and a mistyped word.
#include <benchmark/benchmark.h>

#include "exchange/vocabulary_csv.h"
#include "kit/slow_search.h"
#include "towns/world.h"

namespace wegwijzer {

namespace {

// A world ends somewhere, so there are a few, each from its own seed.
constexpr std::size_t children = 500'000, towns_drawn = 42, most_offerings = 100'000;
std::vector<search::Field> const fields{{5, 0.3}, {1.5, 0.5}, {0.7, 0.5}};
constexpr char const* queries[] = {"voetbal", "iets met dieren", "taarten bakken voor beginners",
                                   "zwemles", "voetblaen",       "bibliteek"};

using Texts = std::vector<std::vector<std::string>>;

Texts const& texts() {
  static Texts const made = [] {
    auto const vocabulary = read_embedded_vocabulary();
    auto const words = towns::read_world_words(vocabulary, date(2026, 11, 24));
    Texts all;
    for (std::uint64_t seed = 1; all.size() < most_offerings; ++seed) {
      towns::World world({seed, towns_drawn, children}, words, 2);
      for (std::size_t town = 0; town < world.town_count() && all.size() < most_offerings; ++town) {
        for (auto& one : world.society(town).offerings) all.push_back({one.title, one.summary, one.expect});
      }
    }
    return all;
  }();
  return made;
}

search::WordIndex built() {
  search::IndexBuilder builder(fields, {});
  for (auto const& text : texts()) builder.add(text);
  return std::move(builder).build();
}

search::WordIndex const& index() {
  static auto const once = built();
  return once;
}

void count(benchmark::State& state, char const* query, auto const& shares) {
  auto const found = std::ranges::count_if(shares, [](auto share) { return share > 0; });
  state.SetLabel(query);
  state.counters["found"] = static_cast<double>(found);
  state.counters["offerings"] = static_cast<double>(texts().size());
}

void by_index(benchmark::State& state) {
  auto const* const query = queries[state.range(0)];
  auto const& all = index();  // the first time it is built
  search::Answers found;
  for (auto _ : state) found = all.find(all.read(query));
  count(state, query, found.shares);
}

void by_scan(benchmark::State& state) {
  auto const* const query = queries[state.range(0)];
  search::SlowSearch const slow(fields, texts(), index());
  search::SlowSearch::Slow found;
  for (auto _ : state) found = slow.find(index().read(query));
  count(state, query, found.shares);
}

void reading(benchmark::State& state) {
  auto const* const query = queries[state.range(0)];
  for (auto _ : state) benchmark::DoNotOptimize(index().read(query));
  state.SetLabel(query);
  state.counters["words"] = static_cast<double>(index().lexicon().words().size());
}

void build(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(built());
  state.counters["offerings"] = static_cast<double>(texts().size());
}

BENCHMARK(by_index)->DenseRange(0, std::ssize(queries) - 1)->Unit(benchmark::kMicrosecond);
BENCHMARK(reading)->DenseRange(0, std::ssize(queries) - 1)->Unit(benchmark::kMicrosecond);
BENCHMARK(build)->Unit(benchmark::kMillisecond);
BENCHMARK(by_scan)->DenseRange(0, 2)->Unit(benchmark::kMicrosecond)->Iterations(1);

}  // namespace

}  // namespace wegwijzer

BENCHMARK_MAIN();
