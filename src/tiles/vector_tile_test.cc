// SPDX-License-Identifier: EUPL-1.2
#include "tiles/vector_tile.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "kit/read_tile.h"
#include "streets/drawing.h"

namespace wegwijzer::tiles {

namespace {

using testing::IsEmpty;
using testing::SizeIs;

// A tile of about 1500 m in the west of the Netherlands.
constexpr TileAddress western_tile{14, 8391, 5426};
constexpr Detail everything{last_zoom, 0};

GeoPoint earth(double x, double y, TileAddress tile = western_tile) {
  auto const frame = Frame::of(tile);
  return to_earth({static_cast<std::uint32_t>(std::lround(frame.left + x / frame.scale)),
                   static_cast<std::uint32_t>(std::lround(frame.top + y / frame.scale))});
}

Ring ring(Loop const& loop) {
  Ring points;
  for (auto const& [x, y] : loop) points.push_back(earth(x, y));
  points.push_back(points.front());
  return points;
}

Loop square(double left, double top, double side) {
  return {{left, top}, {left + side, top}, {left + side, top + side}, {left, top + side}};
}

std::shared_ptr<Streets const> no_streets() {
  return std::make_shared<Streets const>(*Streets::of({}));
}

MapSources drawn_map(Basemap basemap, std::shared_ptr<Streets const> streets = no_streets()) {
  return {std::make_shared<MapSource const>(std::move(basemap), std::move(streets))};
}

ReadTile tile_of(MapSources const& sources, TileAddress address = western_tile, Detail detail = everything) {
  return TileReader::read(vector_tile(draw(sources, Frame::of(address), detail)));
}

ReadFeature one(ReadTile const& tile, char const* layer) {
  auto const& features = tile.at(layer);
  EXPECT_THAT(features, SizeIs(1));
  return features.at(0);
}

// A star whose rays differ, so that it is hollow in places; rings that do not cross themselves.
Loop star(Point middle, int shortest, int longest) {
  auto const rays = *rc::gen::container<std::vector<int>>(20, rc::gen::inRange(shortest, longest));
  Loop loop;
  for (std::size_t i = 0; i < rays.size(); ++i) {
    auto const angle = 2 * M_PI * static_cast<double>(i) / static_cast<double>(rays.size());
    loop.push_back({middle.x + rays[i] * std::cos(angle), middle.y + rays[i] * std::sin(angle)});
  }
  return loop;
}

MapArea hollow_star(MapAreaKind kind) {
  Point const middle{static_cast<double>(*rc::gen::inRange(-1000, 5000)),
                     static_cast<double>(*rc::gen::inRange(-1000, 5000))};
  return {kind, {{ring(star(middle, 900, 2500)), {ring(star(middle, 100, 800))}}}};
}

Basemap some_areas() {
  Basemap basemap;
  for (auto const kind : {MapAreaKind::water, MapAreaKind::park, MapAreaKind::building}) {
    basemap.areas.push_back(hollow_star(kind));
  }
  return basemap;
}

bool inside(ReadFeature const& feature, Point point) {
  bool odd = false;
  for (auto const& part : feature.parts) {
    Loop loop;
    for (auto const& [x, y] : part) loop.push_back({static_cast<double>(x), static_cast<double>(y)});
    odd ^= contains(loop, point);
  }
  return odd;
}

bool water_at(ReadTile const& tile, Point point) {
  return tile.contains("water") && inside(tile.at("water").front(), point);
}

// Within two units, seen from the corners and sides of a square around it.
bool near_a_border(ReadTile const& tile, Point point) {
  bool const here_too = water_at(tile, point);
  for (double const dx : {-2, 0, 2}) {
    for (double const dy : {-2, 0, 2}) {
      if (water_at(tile, {point.x + dx, point.y + dy}) != here_too) return true;
    }
  }
  return false;
}

}  // namespace

TEST(VectorTile, of_nothing_is_empty) {
  EXPECT_THAT(vector_tile(draw(drawn_map({}), Frame::of(western_tile), everything)), IsEmpty());
}

TEST(VectorTile, has_a_ring_clockwise_and_its_hole_the_other_way) {
  Basemap basemap;
  basemap.areas = {{MapAreaKind::water, {{ring(square(100, 100, 800)), {ring(square(300, 300, 200))}}}}};
  auto const water = one(tile_of(drawn_map(basemap)), "water");
  EXPECT_EQ(water.type, 3U);
  EXPECT_EQ(water.kind, "water");
  ASSERT_THAT(water.parts, SizeIs(2));
  EXPECT_NEAR(static_cast<double>(twice_signed_area(water.parts[0])), 2 * 800 * 800, 5000);
  EXPECT_NEAR(static_cast<double>(twice_signed_area(water.parts[1])), -2 * 200 * 200, 1300);
}

TEST(VectorTile, has_names_of_places_but_not_those_of_its_neighbours) {
  Basemap basemap;
  basemap.labels = {{MapLabelKind::village, "Delft", earth(2000, 3000)},
                    {MapLabelKind::village, "Rijswijk", earth(4100, 3000)}};
  auto const label = one(tile_of(drawn_map(basemap)), "labels");
  EXPECT_EQ(label.name, "Delft");
  EXPECT_EQ(label.kind, "village");
  EXPECT_EQ(label.type, 1U);
  EXPECT_NEAR(label.parts.at(0).at(0).x, 2000, 1);
}

TEST(VectorTile, joins_the_pieces_of_a_street_between_crossings) {
  // Seen from so far that streets have no names yet, two of the three pieces become one line.
  auto const town = read_drawing(R"(
      A-B-C
        |
        D
  )",
                                 earth(1000, 1000));
  auto const street = one(tile_of(drawn_map({}, town->streets), western_tile, {13, 0}), "streets");
  EXPECT_EQ(street.type, 2U);
  EXPECT_EQ(street.kind, "residential");
  EXPECT_THAT(street.parts, SizeIs(2));
}

TEST(VectorTile, names_streets_from_near) {
  auto const town = read_drawing("A-B", earth(1000, 1000));
  auto const street = one(tile_of(drawn_map({}, town->streets)), "streets");
  EXPECT_EQ(street.name, town->streets->name(town->streets->edge(Index<Edge>(0)).name));
  EXPECT_FALSE(street.name.empty());
}

TEST(VectorTile, shows_little_from_afar_and_all_from_near) {
  Basemap basemap;
  basemap.areas = {{MapAreaKind::building, {{ring(square(100, 100, 25)), {}}}},
                   {MapAreaKind::water, {{ring(square(1000, 1000, 2000)), {}}}}};
  auto const sources = drawn_map(basemap);
  EXPECT_FALSE(tile_of(sources, western_tile, {13, 4}).contains("buildings"));
  EXPECT_TRUE(tile_of(sources, western_tile, {13, 4}).contains("water"));
  EXPECT_TRUE(tile_of(sources, western_tile, {16, 1}).contains("buildings"));
}

RC_GTEST_PROP(VectorTile, keeps_all_within_the_extent_and_its_buffer, ()) {
  auto const tile = tile_of(drawn_map(some_areas()));
  for (auto const& [name, features] : tile) {
    for (auto const& feature : features) {
      for (auto const& part : feature.parts) {
        RC_ASSERT(twice_signed_area(part) != 0);
        for (auto const& [x, y] : part) RC_ASSERT(std::min(x, y) >= -64 && std::max(x, y) <= 4096 + 64);
      }
    }
  }
}

// The slow obvious way: a grid of points, each looked up in the child it lies in, but for those so near a
// border that rounding may put them on its other side.
RC_GTEST_PROP(VectorTile, has_the_water_that_its_four_children_have, ()) {
  Basemap basemap;
  basemap.areas = {hollow_star(MapAreaKind::water)};
  auto const sources = drawn_map(basemap);
  auto const parent = tile_of(sources);
  std::array<ReadTile, 4> children;
  for (std::uint32_t i = 0; i < 4; ++i) {
    children[i] =
        tile_of(sources, {western_tile.zoom + 1, western_tile.x * 2 + i % 2, western_tile.y * 2 + i / 2});
  }
  for (double x = 32.3; x < 4096; x += 64) {
    for (double y = 32.3; y < 4096; y += 64) {
      if (near_a_border(parent, {x, y})) continue;
      auto const& child = children[(x >= 2048 ? 1U : 0U) + (y >= 2048 ? 2U : 0U)];
      RC_ASSERT(water_at(parent, {x, y}) ==
                water_at(child, {std::fmod(2 * x, 4096), std::fmod(2 * y, 4096)}));
    }
  }
}

}  // namespace wegwijzer::tiles
