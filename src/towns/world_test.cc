// SPDX-License-Identifier: EUPL-1.2
#include "towns/world.h"

#include <gtest/gtest.h>

#include <map>
#include <numeric>
#include <set>

#include "base/checksum.h"
#include "domain/field_text.h"
#include "kit/fictional_towns.h"
#include "streets/streets_builder.h"

namespace wegwijzer::towns {

namespace {

std::vector<MapPatch> patches_of(World& world) {
  std::vector<MapPatch> patches;
  world.draw([&](MapPatch&& patch) {
    patches.push_back(std::move(patch));
    return true;
  });
  return patches;
}

struct Drawn {
  std::unique_ptr<World> world;
  std::vector<MapPatch> patches;
};

// Towns of 1,000 children, of the seeds 1 to 5.
std::vector<Drawn> const& small_towns() {
  static auto const made = [] {
    std::vector<Drawn> all;
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
      auto world = a_world(seed, 1, 1'000);
      auto patches = patches_of(*world);
      all.push_back({std::move(world), std::move(patches)});
    }
    return all;
  }();
  return made;
}

Streets streets_of(std::vector<MapPatch> const& patches) {
  StreetsBuilder builder;
  std::int64_t between = 0;
  for (auto const& patch : patches) {
    for (auto const& way : patch.ways) {
      auto const use = street_use(Tags(tags_of(way.kind)));
      if (!use) continue;
      std::vector<WayPoint> points;
      for (auto const& node : way.nodes) points.push_back({node.id != 0 ? node.id : --between, node.at});
      builder.add_way(points, *use, way.name);
    }
  }
  return std::move(builder).build();
}

// The share of all nodes that lies in the largest part.
double in_one_part(Streets const& streets) {
  std::vector<std::uint32_t> part(streets.node_count());
  std::iota(part.begin(), part.end(), 0U);
  auto const root = [&](std::uint32_t of) {
    while (part[of] != of) of = part[of] = part[part[of]];
    return of;
  };
  for (auto const& edge : streets.columns().edges) {
    part[root(static_cast<std::uint32_t>(edge.from.value()))] =
        root(static_cast<std::uint32_t>(edge.to.value()));
  }
  std::map<std::uint32_t, std::size_t> sizes;
  for (std::uint32_t i = 0; i < part.size(); ++i) ++sizes[root(i)];
  std::size_t most = 0;
  for (auto const& [of, size] : sizes) most = std::max(most, size);
  return static_cast<double>(most) / static_cast<double>(streets.node_count());
}

// Stretches of streets by square of 200 m.
class Stretches {
 public:
  explicit Stretches(std::vector<MapPatch> const& patches) {
    for (auto const& patch : patches) {
      for (auto const& way : patch.ways) {
        if (!is_street(way.kind)) continue;
        for (std::size_t i = 0; i + 1 < way.nodes.size(); ++i) {
          auto const a = flat(way.nodes[i].at), b = flat(way.nodes[i + 1].at);
          std::set<std::pair<int, int>> squares;
          for (double share = 0; share <= 1; share += 0.1) squares.insert(square(between(a, b, share)));
          for (auto const& one : squares) stretches_[one].emplace_back(a, b);
        }
      }
    }
  }

  double away(GeoPoint at) const {
    auto const here = flat(at);
    auto const [column, row] = square(here);
    auto least = 1e9;
    for (auto i = column - 1; i <= column + 1; ++i) {
      for (auto k = row - 1; k <= row + 1; ++k) {
        auto const found = stretches_.find({i, k});
        if (found == stretches_.end()) continue;
        for (auto const& [a, b] : found->second) least = std::min(least, from_stretch(here, a, b));
      }
    }
    return least;
  }

 private:
  static std::pair<int, int> square(Point at) {
    return {static_cast<int>(std::floor(at.x / 200)), static_cast<int>(std::floor(at.y / 200))};
  }

  Point flat(GeoPoint at) const {
    auto const position = plane_.position(at);
    return {position.east, position.north};
  }

  LocalPlane plane_{on_earth({0, 0})};
  std::map<std::pair<int, int>, std::vector<std::pair<Point, Point>>> stretches_;
};

bool same(MapPatch const& one, MapPatch const& other) {
  auto const same_way = [](MapWay const& a, MapWay const& b) {
    return a.kind == b.kind && a.height == b.height && a.name == b.name &&
           std::ranges::equal(a.nodes, b.nodes, [](MapNode const& x, MapNode const& y) {
             return x.id == y.id && x.at == y.at;
           });
  };
  auto const same_shape = [](MapShape const& a, MapShape const& b) {
    return a.kind == b.kind && a.name == b.name && a.outline == b.outline;
  };
  auto const same_front = [](Front const& a, Front const& b) {
    return a.at == b.at && a.dwellings == b.dwellings && a.street == b.street;
  };
  return std::ranges::equal(one.ways, other.ways, same_way) &&
         std::ranges::equal(one.shapes, other.shapes, same_shape) &&
         std::ranges::equal(one.fronts, other.fronts, same_front);
}

std::string digest_of(World& world) {
  std::string bytes;
  auto const add = [&](auto const&... parts) { ((bytes += parts, bytes += '\n'), ...); };
  for (auto const& patch : patches_of(world)) {
    for (auto const& way : patch.ways) {
      add(way.name);
      for (auto const& node : way.nodes) add(std::to_string(node.id), text(node.at));
    }
    for (auto const& shape : patch.shapes) {
      for (auto const& point : shape.outline) add(text(point));
    }
  }
  for (std::size_t town = 0; town < world.town_count(); ++town) {
    auto const society = world.society(town);
    for (auto const& one : society.organisations) add(text(one.id), one.name, one.about);
    for (auto const& one : society.offerings)
      add(text(one.id), one.title, one.summary, one.expect, one.meets,
          to_field_text(one.role_models).value_or(""), one.bring);
    for (auto const& one : society.channels) add(text(one.id), one.name);
    for (auto const& one : society.routes) add(text(one.id), one.title);
    for (auto const& one : society.steps) add(text(one.id), text(one.from), text(one.to), one.evidence);
  }
  return checksum(bytes);
}

}  // namespace

// Whatever compiles it, and however well: the tests with sanitizers build this with less optimisation. Who
// means to change the towns writes down the new number.
TEST(World, is_the_same_in_every_build) {
  EXPECT_EQ(digest_of(*a_world(6, 2, 3'000)), "c1f1870225c6989b73bbc4fde45edbd6");
}

TEST(World, is_drawn_the_same_on_any_number_of_threads) {
  auto const one = a_world(6, 1, 2'000, 1), three = a_world(6, 1, 2'000, 3);
  auto const ours = patches_of(*one), theirs = patches_of(*three);
  EXPECT_EQ(ours.size(), one->plan().cells.size() + 1);  // and what runs across the country
  EXPECT_TRUE(std::ranges::equal(ours, theirs, same));
}

TEST(World, stops_drawing_when_asked) {
  auto const world = a_world(6, 1, 1'000);
  std::size_t taken = 0;
  EXPECT_FALSE(world->draw([&](MapPatch&&) { return ++taken < 5; }));
  EXPECT_EQ(taken, 5U);
  EXPECT_FALSE(world->homes(0).empty());  // draws what is left for the doors
}

TEST(World, has_streets_that_hang_together) {
  for (auto const& [world, patches] : small_towns()) EXPECT_GE(in_one_part(streets_of(patches)), 0.97);
}

TEST(World, gives_one_number_to_one_place) {
  for (auto const& [world, patches] : small_towns()) {
    std::map<std::int64_t, GeoPoint> places;
    for (auto const& patch : patches) {
      for (auto const& way : patch.ways) {
        for (auto const& node : way.nodes) {
          if (node.id == 0) continue;
          EXPECT_EQ(places.try_emplace(node.id, node.at).first->second, node.at) << node.id;
        }
      }
    }
    EXPECT_GT(places.size(), 500U);
  }
}

TEST(World, has_through_roads_with_lanes_for_bicycles_and_without) {
  for (auto const& [world, patches] : small_towns()) {
    auto const streets = streets_of(patches);
    double busy = 0, all = 0;
    for (auto const& edge : streets.columns().edges) {
      if (edge.use.kind != StreetClass::tertiary) continue;
      all += edge.millimetres;
      if (edge.use.busy) busy += edge.millimetres;
    }
    EXPECT_GT(busy, 0.05 * all);
    EXPECT_LT(busy, 0.95 * all);
  }
}

TEST(World, has_country_roads_with_nowhere_to_walk) {
  double unsafe = 0, all = 0;
  for (auto const& [world, patches] : small_towns()) {
    auto const streets = streets_of(patches);
    for (auto const& edge : streets.columns().edges) {
      if (!edge.use.passage.foot) continue;
      all += edge.millimetres;
      if (edge.use.unsafe_on_foot) unsafe += edge.millimetres;
    }
  }
  EXPECT_GT(unsafe, 0);
  EXPECT_LT(unsafe, 0.05 * all);
}

TEST(World, has_ways_of_at_least_two_places) {
  for (auto const& [world, patches] : small_towns()) {
    for (auto const& patch : patches) {
      for (auto const& way : patch.ways) {
        EXPECT_GE(way.nodes.size(), 2U);
        EXPECT_NE(way.kind, WayKind::none);
      }
      for (auto const& shape : patch.shapes) {
        EXPECT_GE(shape.outline.size(), 4U);
        EXPECT_EQ(shape.outline.front(), shape.outline.back());
      }
    }
  }
}

TEST(World, has_homes_along_streets_with_a_name) {
  for (auto const& [world, patches] : small_towns()) {
    Stretches const stretches(patches);
    std::size_t homes = 0;
    for (auto const& patch : patches) {
      for (auto const& front : patch.fronts) {
        if (front.dwellings == 0) continue;
        ++homes;
        EXPECT_LT(stretches.away(front.at), 60);
        EXPECT_FALSE(front.street.empty());
      }
    }
    EXPECT_GT(homes, 100U);
  }
}

TEST(World, gives_every_child_a_home) {
  auto const world = a_world(3, 2, 5'000);
  int children = 0;
  for (std::size_t town = 0; town < 2; ++town) {
    std::set<AreaCode> buurten;
    for (auto const& area : world->areas(town)) buurten.insert(area.code);
    for (auto const& home : world->homes(town)) {
      for (int age = 4; age <= 12; ++age) children += home.children.at(age);
      EXPECT_GE(home.dwellings, 1);
      EXPECT_TRUE(buurten.contains(home.buurt));
    }
  }
  EXPECT_EQ(children, 5'000);
}

TEST(World, gives_postcodes_and_streets_to_find) {
  auto const world = a_world(3, 1, 3'000);
  std::size_t postcodes = 0, streets = 0;
  for (auto const& place : world->place_names(0)) {
    EXPECT_FALSE(place.name.empty());
    if (place.kind == PlaceNameKind::postcode) {
      ++postcodes;
      EXPECT_TRUE(Postcode::parse(place.name)) << place.name;
    }
    streets += place.kind == PlaceNameKind::street ? 1 : 0;
  }
  EXPECT_GT(postcodes, 50U);
  EXPECT_GT(streets, 50U);
}

TEST(World, has_a_station_that_one_walks_to_and_finds_by_name) {
  auto const world = a_world(6, 1, 2'000);
  auto const& station = world->plan().towns[0].station;
  ASSERT_TRUE(station);
  std::map<std::int64_t, std::set<std::string>> names;  // of the ways through a node
  std::vector<MapWay> square;
  for (auto const& patch : patches_of(*world)) {
    for (auto const& way : patch.ways) {
      if (is_street(way.kind)) {
        for (auto const& node : way.nodes) names[node.id].insert(way.name);
      }
      if (way.name == "Stationsplein") square.push_back(way);
    }
  }
  ASSERT_FALSE(square.empty());
  LocalPlane const plane(world->earth(station->at));
  for (auto const& way : square) {
    auto const door = plane.position(way.nodes.front().at);
    EXPECT_LT(std::hypot(door.east, door.north), 50);
    EXPECT_GT(names.at(way.nodes.back().id).size(), 1U);  // it ends at another street
  }
  std::map<std::string, std::string> found;
  for (auto const& place : world->place_names(0)) found[place.name] = place.context;
  auto const& town = world->names().town(0);
  EXPECT_EQ(found.at("Station " + town), town);
  EXPECT_EQ(found.at("Stationsplein"), town);
}

}  // namespace wegwijzer::towns
