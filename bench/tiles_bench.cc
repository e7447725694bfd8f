// SPDX-License-Identifier: EUPL-1.2
// One tile, drawn new: TileMaker's way against the same drawing of everything on the map, one after the
// other, without an index. On a fictional town; arguments: its children of 4 to 12, and the zoom.
#include <benchmark/benchmark.h>

#include <map>

#include "exchange/osm_pbf.h"
#include "http/compress.h"
#include "kit/made_world.h"
#include "kit/shared_data.h"
#include "tiles/tile_maker.h"
#include "tiles/vector_tile.h"

namespace wegwijzer {

namespace {

using namespace tiles;

struct Town {
  MapSources sources;
  GeoPoint middle;
};

MapSources sources_of(Basemap basemap, Streets streets) {
  return {std::make_shared<MapSource const>(std::move(basemap),
                                            std::make_shared<Streets const>(std::move(streets)))};
}

constexpr std::int64_t delft = 0;      // its streets, water and green
constexpr std::int64_t amsterdam = 1;  // the centre, with every house

Town real_town(char const* path) {
  auto const file = shared_data(path);
  if (!file) return {};
  auto extract = read_osm_pbf(*file, {});
  check(extract.has_value(), "the map cannot be read");
  return {sources_of(std::move(extract->basemap), std::move(extract->streets)), {}};
}

Town made_town(std::int64_t children) {
  MadeWorld world(static_cast<std::size_t>(children));
  auto map = map_of(world.world(), [] { return true; });
  check(map.has_value(), "nobody stopped the drawing");
  return {sources_of(std::move(map->basemap), std::move(map->streets)),
          world.world().earth(world.world().plan().towns.front().middle)};
}

Town town_of(std::int64_t argument) {
  if (argument == delft) return real_town("delft/delft_derived.osm.pbf");
  if (argument == amsterdam) return real_town("osm/amsterdam_centre_2026.osm.pbf");
  return made_town(argument);
}

Town const& town(std::int64_t children) {
  static std::map<std::int64_t, Town> made;
  auto found = made.find(children);
  if (found != made.end()) return found->second;
  return made.emplace(children, town_of(children)).first->second;
}

TileAddress tile_in_the_middle(Town const& town, std::int64_t zoom) {
  auto const at = to_world(town.middle);
  auto const shift = static_cast<unsigned>(32 - zoom);
  return {static_cast<int>(zoom), at.x >> shift, at.y >> shift};
}

void tile(benchmark::State& state) {
  auto const& there = town(state.range(0));
  auto const address = tile_in_the_middle(there, state.range(1));
  std::size_t size = 0;
  for (auto _ : state) size = make_tile(there.sources, address).size();
  state.counters["bytes"] = static_cast<double>(size);
}

// The frame of the tile, but asked with a box around the whole map.
void without_index(benchmark::State& state) {
  auto const& there = town(state.range(0));
  auto const address = tile_in_the_middle(there, state.range(1));
  std::size_t size = 0;
  for (auto _ : state) {
    auto const drawing =
        draw(there.sources, Frame::of(address), {address.zoom, 4}, *there.sources.front()->box());
    size = vector_tile(drawing).size();
  }
  state.counters["bytes"] = static_cast<double>(size);
}

void index_of_a_map(benchmark::State& state) {
  MadeWorld world(static_cast<std::size_t>(state.range(0)));
  auto map = map_of(world.world(), [] { return true; });
  auto const streets = std::make_shared<Streets const>(std::move(map->streets));
  for (auto _ : state) benchmark::DoNotOptimize(MapSource(map->basemap, streets));
}

std::vector<std::size_t> sizes_at(Town const& town, std::int64_t zoom) {
  std::vector<std::size_t> sizes;
  auto const shift = static_cast<unsigned>(32 - zoom);
  auto const [low, high] = *town.sources.front()->box();
  for (auto x = low.x >> shift; x <= high.x >> shift; ++x) {
    for (auto y = low.y >> shift; y <= high.y >> shift; ++y) {
      auto const made = make_tile(town.sources, {static_cast<int>(zoom), x, y});
      if (!made.empty()) sizes.push_back(http::gzip(made, http::Effort::quick).size());
    }
  }
  std::ranges::sort(sizes);
  return sizes;
}

void bytes_in_gzip(benchmark::State& state) {
  auto const& there = town(state.range(0));
  if (there.sources.empty()) return state.SkipWithError("no shared data");
  std::vector<std::size_t> sizes;
  for (auto _ : state) sizes = sizes_at(there, state.range(1));
  state.counters["tiles"] = static_cast<double>(sizes.size());
  state.counters["p95"] = static_cast<double>(sizes[sizes.size() * 95 / 100]);
  state.counters["largest"] = static_cast<double>(sizes.back());
}

BENCHMARK(tile)->ArgsProduct({{8'800}, {10, 12, 13, 14, 15, 16}})->Unit(benchmark::kMicrosecond);
BENCHMARK(without_index)->ArgsProduct({{8'800}, {10, 12, 13, 14, 15, 16}})->Unit(benchmark::kMicrosecond);
BENCHMARK(bytes_in_gzip)
    ->ArgsProduct({{delft, amsterdam, 8'800}, {10, 11, 12, 13, 14, 15, 16}})
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(index_of_a_map)->Arg(8'800)->Unit(benchmark::kMillisecond);

}  // namespace

}  // namespace wegwijzer

BENCHMARK_MAIN();
