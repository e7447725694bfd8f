// SPDX-License-Identifier: EUPL-1.2
// One flyer of a whole fictional town: choosing and wording what stands on it, and putting that on paper with
// and without its map. Argument: its children of 4 to 12.
#include <benchmark/benchmark.h>

#include <map>

#include "kit/made_world.h"
#include "language/language.h"
#include "web/flyer_text.h"

namespace wegwijzer {

namespace {

constexpr std::size_t most = 8;

struct Town {
  Atlas atlas;
  tiles::MapSources maps;
  web::PublicAddress site;

  web::View view() const { return {atlas, language("nl"), {date(2026, 11, 24), {600}}, site}; }

  print::Flyer text() const {
    auto const choice = rank_for_flyer(atlas, {}, view().moment, most).first(most);
    return flyer_text(view(), {"Wat kun je doen in de buurt?", {}, web::Url::path("/offerings"), {}}, choice);
  }

  // As on the site: the dots of what is on it.
  print::Flyer with_map() const {
    auto flyer = text();
    flyer.map.emplace();
    for (std::size_t i = 0; i < most; ++i)
      flyer.map->wish.dots.push_back(atlas.catalogue().venues()[i].point);
    return flyer;
  }
};

Town const& town(std::int64_t children) {
  static std::map<std::int64_t, Town> made;
  if (auto const found = made.find(children); found != made.end()) return found->second;
  MadeWorld world(static_cast<std::size_t>(children));
  auto map = map_of(world.world(), [] { return true; });
  check(map.has_value(), "nobody stopped the drawing");
  tiles::MapSources maps{std::make_shared<tiles::MapSource const>(
      std::move(map->basemap), std::make_shared<Streets const>(std::move(map->streets)))};
  auto const site = web::PublicAddress::parse("https://wegwijzer.example");
  return made.emplace(children, Town{world.atlas(), std::move(maps), *site}).first->second;
}

void choose_and_word(benchmark::State& state) {
  auto const& made = town(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(made.text());
  state.counters["offerings"] = static_cast<double>(made.atlas.catalogue().offerings().size());
}

void on_paper(benchmark::State& state) {
  auto const& made = town(state.range(0));
  auto const text = made.text();
  for (auto _ : state) benchmark::DoNotOptimize(print::flyer(text, made.maps));
}

void on_paper_with_map(benchmark::State& state) {
  auto const& made = town(state.range(0));
  auto const text = made.with_map();
  std::size_t bytes = 0;
  for (auto _ : state) bytes = print::flyer(text, made.maps).pdf.size();
  state.counters["bytes"] = static_cast<double>(bytes);
}

BENCHMARK(choose_and_word)->Arg(8'800)->Arg(40'000)->Unit(benchmark::kMillisecond);
BENCHMARK(on_paper)->Arg(8'800)->Unit(benchmark::kMillisecond);
BENCHMARK(on_paper_with_map)->Arg(8'800)->Arg(40'000)->Unit(benchmark::kMillisecond);

}  // namespace

}  // namespace wegwijzer

BENCHMARK_MAIN();
