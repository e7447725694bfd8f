// SPDX-License-Identifier: EUPL-1.2
// Finding what is recorded twice among very many venues: towns with planted flaws, laid side by side.
#include <benchmark/benchmark.h>

#include "community/duplicates.h"
#include "community/weights.h"
#include "kit/made_world.h"
#include "towns/flaws.h"

namespace wegwijzer {

namespace {

constexpr std::size_t towns_drawn = 8, children = 100'000;

struct ManyPlaces {
  std::vector<Organisation> organisations;
  std::vector<Venue> venues;
};

std::vector<towns::Society> const& societies() {
  static auto const made = [] {
    MadeWorld world(children, towns_drawn);
    std::vector<towns::Society> all;
    for (std::size_t town = 0; town < towns_drawn; ++town) {
      all.push_back(world.world().society(town));
      towns::plant_flaws(all.back(), world.world().names().town(town), town, date(2026, 11, 24));
    }
    return all;
  }();
  return made;
}

// Copies of the towns, a degree apart, under other ids.
ManyPlaces places(std::size_t most) {
  ManyPlaces all;
  for (std::uint64_t copy = 0; all.venues.size() < most; ++copy) {
    auto const moved = [&](auto id) {
      auto const uuid = id.uuid();
      return decltype(id)(Uuid{uuid.high + (copy << 20U), uuid.low});
    };
    for (auto const& society : societies()) {
      for (auto one : society.organisations) {
        one.id = moved(one.id), one.phone.clear(), one.website.clear();
        all.organisations.push_back(std::move(one));
      }
      for (auto one : society.venues) {
        one.id = moved(one.id);
        if (one.organisation) one.organisation = moved(*one.organisation);
        one.point.longitude += static_cast<std::int32_t>(copy * 10'000'000);
        all.venues.push_back(std::move(one));
      }
    }
  }
  return all;
}

void find_twice(benchmark::State& state) {
  auto const all = places(static_cast<std::size_t>(state.range(0)));
  std::size_t pairs = 0;
  for (auto _ : state) {
    pairs = community::likely_duplicate_venues(all.organisations, all.venues, community::shown_from).size();
  }
  state.counters["venues"] = static_cast<double>(all.venues.size());
  state.counters["pairs"] = static_cast<double>(pairs);
}

BENCHMARK(find_twice)->Arg(3'000)->Arg(50'000)->Unit(benchmark::kMillisecond);

}  // namespace

}  // namespace wegwijzer

BENCHMARK_MAIN();
