// SPDX-License-Identifier: EUPL-1.2
#include "tiles/tile_maker.h"

#include <gtest/gtest.h>

#include <thread>

#include "kit/read_tile.h"

namespace wegwijzer::tiles {

namespace {

constexpr TileAddress here{14, 8391, 5426};

TileCache::Bytes bytes(std::size_t size) {
  return std::make_shared<std::string const>(size, 'x');
}

// Squares of some metres in rows, at the north-west north_west of the tile.
Basemap houses(int count) {
  auto const north_west = to_earth(here.box().low);
  Basemap basemap;
  for (int i = 0; i < count; ++i) {
    GeoPoint const at{north_west.latitude - 2000 * (i / 40) - 1000,
                      north_west.longitude + 3000 * (i % 40) + 1000};
    Ring const ring{at,
                    {at.latitude, at.longitude + 2500},
                    {at.latitude - 1500, at.longitude + 2500},
                    {at.latitude - 1500, at.longitude},
                    at};
    basemap.areas.push_back({MapAreaKind::building, {{ring, {}}}});
  }
  basemap.labels = {{MapLabelKind::village, "Huizen", north_west}};
  basemap.labels[0].point.latitude -= 5000;
  basemap.labels[0].point.longitude += 5000;
  return basemap;
}

MapSources map_of(Basemap basemap) {
  return {std::make_shared<MapSource const>(std::move(basemap),
                                            std::make_shared<Streets const>(*Streets::of({})))};
}

}  // namespace

TEST(TileCache, forgets_what_was_asked_for_longest_ago) {
  TileCache cache(3 * 1200);  // room for two and a half of 1000 bytes with their bookkeeping
  cache.keep({1, 0, 0}, bytes(1000));
  cache.keep({1, 0, 1}, bytes(1000));
  cache.keep({1, 1, 0}, bytes(1000));
  EXPECT_TRUE(cache.find({1, 0, 0}));
  cache.keep({1, 1, 1}, bytes(1000));
  EXPECT_TRUE(cache.find({1, 0, 0}));
  EXPECT_FALSE(cache.find({1, 0, 1}));
  EXPECT_LE(cache.bytes(), 3U * 1200);
}

TEST(TileCache, counts_empty_tiles_too) {
  TileCache cache(10'000);
  for (std::uint32_t x = 0; x < 1000; ++x) cache.keep({16, x, 0}, bytes(0));
  EXPECT_LE(cache.bytes(), 10'000U);
  EXPECT_FALSE(cache.find({16, 0, 0}));
}

TEST(TileMaker, gives_the_same_tile_again) {
  TileMaker const maker("v1", map_of(houses(10)));
  auto const first = maker.tile(here);
  ASSERT_TRUE(first);
  EXPECT_FALSE(first->empty());
  EXPECT_EQ(maker.tile(here), first);
}

TEST(TileMaker, has_nothing_outside_the_map) {
  TileMaker const maker("v1", map_of(houses(10)));
  EXPECT_FALSE(maker.tile({14, 0, 0}));
  EXPECT_FALSE(TileMaker("v0", {}).tile({0, 0, 0}));
  EXPECT_FALSE(TileMaker("v0", map_of({})).tile({0, 0, 0}));
}

TEST(TileMaker, gives_less_detail_rather_than_a_tile_too_large) {
  auto const sources = map_of(houses(1600));
  auto const whole = TileReader::read(make_tile(sources, here));
  EXPECT_EQ(whole.at("buildings").at(0).parts.size(), 1600U);
  auto const small = make_tile(sources, here, 2000);
  EXPECT_LE(small.size(), 2000U);
  EXPECT_FALSE(TileReader::read(small).contains("buildings"));
  EXPECT_TRUE(TileReader::read(small).contains("labels"));
}

TEST(TileMaker, answers_several_threads) {
  TileMaker const maker("v1", map_of(houses(400)));
  auto const expected = make_tile(maker.sources(), here);
  std::vector<std::jthread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] {
      for (std::uint32_t x = 0; x < 4; ++x) maker.tile({16, here.x * 4 + x, here.y * 4});
      EXPECT_EQ(*maker.tile(here), expected);
    });
  }
}

}  // namespace wegwijzer::tiles
