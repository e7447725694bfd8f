// SPDX-License-Identifier: EUPL-1.2
// One search: find_offerings, which also counts and sorts, against the same search on the records themselves,
// which does neither (test/kit/slow_finder.h). Argument: number of offerings.
#include <benchmark/benchmark.h>

#include "base/random.h"
#include "kit/drawn_atlas.h"
#include "kit/slow_finder.h"
#include "opportunity/next_steps.h"

namespace wegwijzer {

namespace {

Moment const moment{date(2026, 11, 24), {12 * 60}};

AtlasDraft town(std::int64_t offerings) {
  AtlasDraft draft(R"(
    A---B---C---D
    |   |   |   |
    E---F---G---H
  )");
  Random random = Seed(1).stream("offerings");
  auto const below = [&](std::size_t most) {
    return static_cast<std::size_t>(random.unit() * static_cast<double>(most));
  };
  constexpr char const* themes[] = {"technology", "robotics", "chemistry", "nature", "music"};
  constexpr char const* times[] = {"elke woensdag 14:00-15:00, niet in schoolvakanties",
                                   "elke za 10:00-11:00", "elke ma en do 16:00-17:00, tot en met 1 mei 2027",
                                   ""};
  std::vector<Id<Venue>> venues;
  for (char const letter : std::string_view("ABCDEFGH")) {
    for (int i = 0; i < 40; ++i) venues.push_back(draft.add_venue(letter));
  }
  for (std::int64_t i = 0; i < offerings; ++i) {
    Offering offering = an_offering(Id<Offering>(uuid_v7(2'000'000 + static_cast<std::uint64_t>(i), 0, 0)),
                                    draft.organisation());
    offering.title = "Activiteit " + std::to_string(i);
    offering.venue = venues[below(venues.size())];
    offering.themes = {*ThemeCode::parse(themes[below(5)])};
    offering.schedule = *Schedule::parse(times[below(4)]);
    offering.stage = static_cast<Stage>(below(3));
    auto const youngest = static_cast<int>(4 + below(8));
    offering.ages = AgeRange{youngest, youngest + 4};
    offering.price = Price{Euro{static_cast<std::int64_t>(below(3)) * 250}, Per::time};
    draft.add(offering);
  }
  return draft;
}

struct Search {
  Atlas atlas;
  OfferingQuery query;
};

Search const& search(std::int64_t offerings) {
  static std::map<std::int64_t, Search> made;
  auto found = made.find(offerings);
  if (found != made.end()) return found->second;
  auto const draft = town(offerings);
  OfferingQuery query;
  query.home = draft.at('A');
  query.age = 9;
  query.days.add(std::chrono::Wednesday);
  return made.emplace(offerings, Search{draft.atlas(), query}).first->second;
}

void finder(benchmark::State& state) {
  auto const& [atlas, query] = search(state.range(0));
  std::size_t found = 0;
  for (auto _ : state) found = find_offerings(atlas, query, moment).offerings.size();
  state.counters["found"] = static_cast<double>(found);
}

void on_the_records(benchmark::State& state) {
  auto const& [atlas, query] = search(state.range(0));
  std::size_t found = 0;
  for (auto _ : state) found = slow_find(atlas, query, moment.today).size();
  state.counters["found"] = static_cast<double>(found);
}

void next_step(benchmark::State& state) {
  auto const& [atlas, query] = search(state.range(0));
  auto const reach = reach_of(atlas, query);
  for (auto _ : state) {
    benchmark::DoNotOptimize(next_steps(atlas, Index<Offering>(0), {&*reach, query.age, moment.today}));
  }
}

BENCHMARK(finder)->Arg(20'000)->Arg(100'000)->Unit(benchmark::kMicrosecond);
BENCHMARK(on_the_records)->Arg(20'000)->Arg(100'000)->Unit(benchmark::kMicrosecond);
BENCHMARK(next_step)->Arg(20'000)->Arg(100'000)->Unit(benchmark::kMicrosecond);

}  // namespace

}  // namespace wegwijzer

BENCHMARK_MAIN();
