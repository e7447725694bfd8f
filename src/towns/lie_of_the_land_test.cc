// SPDX-License-Identifier: EUPL-1.2
// What a look at the map of some towns would show: whether things lie where they can.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "kit/fictional_towns.h"

namespace wegwijzer::towns {

namespace {

// By square of 50 m, to find what lies near.
template <typename Thing>
class Nearby {
 public:
  void add(Ring const& outline, Thing const& thing) {
    for_squares(outline, [&](std::pair<int, int> square) { things_[square].push_back(thing); });
  }

  // Each at least once.
  void look(Ring const& outline, auto const& at) const {
    for_squares(outline, [&](std::pair<int, int> square) {
      auto const found = things_.find(square);
      if (found == things_.end()) return;
      for (auto const& thing : found->second) at(thing);
    });
  }

 private:
  static void for_squares(Ring const& outline, auto const& act) {
    auto low = outline.front(), high = low;
    for (auto const& point : outline) {
      low = {std::min(low.x, point.x), std::min(low.y, point.y)};
      high = {std::max(high.x, point.x), std::max(high.y, point.y)};
    }
    auto const square = [](double at) { return static_cast<int>(std::floor(at / 50)); };
    for (auto x = square(low.x); x <= square(high.x); ++x) {
      for (auto y = square(low.y); y <= square(high.y); ++y) act(std::pair(x, y));
    }
  }

  std::map<std::pair<int, int>, std::vector<Thing>> things_;
};

// Of a way, between two points of its line.
struct Stretch {
  Point from, to;
  WayKind kind;
  Height height;
  std::size_t part;  // of a way, between two nodes with a number
};

struct Shape {
  ShapeKind kind;
  Ring ring;          // closed
  bool needs_bridge;  // water, or the verges of a motorway
};

struct Land {
  std::vector<Stretch> stretches;
  std::vector<Shape> shapes;
};

bool is_strip(WayKind kind) {
  return kind == WayKind::railway || kind == WayKind::motorway || kind == WayKind::river;
}

Land land_of(World& world) {
  LocalPlane const plane(on_earth({0, 0}));
  auto const flat = [&](GeoPoint at) {
    auto const position = plane.position(at);
    return Point{position.east, position.north};
  };
  Land land;
  std::size_t part = 0;
  world.draw([&](MapPatch&& patch) {
    for (auto const& way : patch.ways) {
      ++part;
      for (std::size_t i = 0; i + 1 < way.nodes.size(); ++i) {
        if (way.nodes[i].id != 0) ++part;
        land.stretches.push_back(
            {flat(way.nodes[i].at), flat(way.nodes[i + 1].at), way.kind, way.height, part});
      }
    }
    auto const is_strips =
        std::ranges::any_of(patch.ways, [](MapWay const& way) { return is_strip(way.kind); });
    for (auto const& shape : patch.shapes) {
      Ring ring;
      for (auto const& point : shape.outline) ring.push_back(flat(point));
      land.shapes.push_back({shape.kind, std::move(ring), is_strips || shape.kind == ShapeKind::water});
    }
    return true;
  });
  return land;
}

// Towns of 2,000 children, of the seeds 1 to 4.
std::vector<Land> const& some_land() {
  static auto const made = [] {
    std::vector<Land> all;
    for (std::uint64_t seed = 1; seed <= 4; ++seed) all.push_back(land_of(*a_world(seed, 1, 2'000)));
    return all;
  }();
  return made;
}

// Motorways and what runs over or under them is another matter.
bool is_local(Stretch const& stretch) {
  return is_street(stretch.kind) && stretch.kind != WayKind::motorway;
}

std::size_t crossings_without_node(Land const& land) {
  std::set<std::pair<std::size_t, std::size_t>> found;
  Nearby<Stretch> seen;
  for (auto const& one : land.stretches) {
    if (!is_local(one)) continue;
    seen.look({one.from, one.to}, [&](Stretch const& other) {
      if (one.height == other.height && one.part != other.part &&
          crosses(one.from, one.to, other.from, other.to)) {
        found.emplace(other.part, one.part);
      }
    });
    seen.add({one.from, one.to}, one);
  }
  return found.size();
}

// By how often a line to the east crosses the border (M. Shimrat, Communications of the ACM 5, 1962).
bool is_within(Point at, Ring const& closed) {
  auto within = false;
  for (std::size_t i = 0; i + 1 < closed.size(); ++i) {
    auto const a = closed[i], b = closed[i + 1];
    if ((a.y > at.y) == (b.y > at.y)) continue;
    if (at.x < a.x + (b.x - a.x) * (at.y - a.y) / (b.y - a.y)) within = !within;
  }
  return within;
}

bool meet(Ring const& closed, Point from, Point to) {
  if (is_within(from, closed)) return true;
  for (std::size_t i = 0; i + 1 < closed.size(); ++i) {
    if (crosses(closed[i], closed[i + 1], from, to)) return true;
  }
  return false;
}

// Parts of ways on a bridge that come over no water, rails or motorway; and how many bridges there are.
std::pair<std::size_t, std::size_t> dry_bridges(Land const& land) {
  Nearby<Stretch> crossed;
  Nearby<Shape const*> wet;
  for (auto const& one : land.stretches) {
    if (is_strip(one.kind)) crossed.add({one.from, one.to}, one);
  }
  for (auto const& shape : land.shapes) {
    if (shape.needs_bridge) wet.add(shape.ring, &shape);
  }
  std::map<std::size_t, bool> parts;
  for (auto const& one : land.stretches) {
    if (one.height != Height::bridge) continue;
    auto& over = parts[one.part];
    Ring const line{one.from, one.to};
    crossed.look(
        line, [&](Stretch const& other) { over = over || crosses(one.from, one.to, other.from, other.to); });
    wet.look(line, [&](Shape const* shape) { over = over || meet(shape->ring, one.from, one.to); });
  }
  auto const dry = std::ranges::count_if(parts, [](auto const& part) { return !part.second; });
  return {static_cast<std::size_t>(dry), parts.size()};
}

bool meet(Ring const& closed, Ring const& other) {
  for (std::size_t i = 0; i + 1 < other.size(); ++i) {
    if (meet(closed, other[i], other[i + 1])) return true;
  }
  return is_within(closed.front(), other);
}

// Buildings that a street, path or strip runs through, or that lie in water or in another building. All but
// the roofs over the platforms of a station, which lie beside its rails.
std::size_t misplaced_buildings(Land const& land) {
  Nearby<Stretch> ways;
  for (auto const& one : land.stretches) {
    if (one.kind != WayKind::ditch) ways.add({one.from, one.to}, one);
  }
  Nearby<Shape const*> shapes;
  for (auto const& shape : land.shapes) {
    if (shape.kind == ShapeKind::building || shape.needs_bridge) shapes.add(shape.ring, &shape);
  }
  std::size_t misplaced = 0;
  for (auto const& building : land.shapes) {
    if (building.kind != ShapeKind::building) continue;
    auto taken = false;
    ways.look(building.ring,
              [&](Stretch const& way) { taken = taken || meet(building.ring, way.from, way.to); });
    shapes.look(building.ring, [&](Shape const* other) {
      taken = taken || (other != &building && meet(building.ring, other->ring));
    });
    misplaced += taken ? 1 : 0;
  }
  return misplaced;
}

}  // namespace

// A few are left where a cell is hardly convex.
TEST(LieOfTheLand, has_streets_that_cross_in_a_node) {
  for (auto const& land : some_land()) EXPECT_LE(crossings_without_node(land), 12U);
}

TEST(LieOfTheLand, has_bridges_over_water_rails_and_motorways_only) {
  std::size_t all = 0;
  for (auto const& land : some_land()) {
    auto const [dry, bridges] = dry_bridges(land);
    EXPECT_EQ(dry, 0U);
    all += bridges;
  }
  EXPECT_GT(all, 20U);
}

// Nothing overlaps in the plan; in an old core the ground bends so much that two walls may come to touch.
TEST(LieOfTheLand, has_buildings_where_nothing_else_is) {
  for (auto const& land : some_land()) EXPECT_LE(misplaced_buildings(land), 3U);
}

}  // namespace wegwijzer::towns
