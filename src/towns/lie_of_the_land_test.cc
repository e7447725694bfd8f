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

struct Land {
  std::vector<Stretch> stretches;
};

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

}  // namespace

// A few are left where a cell is hardly convex.
TEST(LieOfTheLand, has_streets_that_cross_in_a_node) {
  for (auto const& land : some_land()) EXPECT_LE(crossings_without_node(land), 12U);
}

}  // namespace wegwijzer::towns
