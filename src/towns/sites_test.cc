// SPDX-License-Identifier: EUPL-1.2
#include "towns/sites.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "kit/fictional_towns.h"

namespace wegwijzer::towns {

namespace {

constexpr double shortest_seam = 42;  // what is nearer to each other was one vertex

// One town each, from village to the largest that has a demo, and one world of several.
std::vector<Plan> const& plans() {
  static auto const made = [] {
    std::vector<Plan> all;
    for (auto const inhabitants : {2'000.0, 12'000.0, 40'000.0, 100'000.0, 300'000.0}) {
      for (std::uint64_t seed = 1; seed <= 5; ++seed)
        all.push_back(make_plan({seed, 1, children_of(inhabitants)}));
    }
    for (std::uint64_t seed = 1; seed <= 3; ++seed) all.push_back(make_plan({seed, 6, 40'000}));
    return all;
  }();
  return made;
}

// Each cell of the world, with its plan.
void for_each_cell(auto const& look) {
  for (auto const& plan : plans()) {
    for (std::uint32_t i = 0; i < plan.cells.size(); ++i) {
      if (plan.cells[i].quarter != Quarter::outside) look(plan, i);
    }
  }
}

}  // namespace

TEST(Plan, is_the_same_for_one_seed) {
  auto const one = make_plan({4, 2, 9'000}), same = make_plan({4, 2, 9'000}),
             other = make_plan({5, 2, 9'000});
  ASSERT_EQ(one.vertices.size(), same.vertices.size());
  for (std::size_t i = 0; i < one.vertices.size(); ++i) EXPECT_EQ(one.vertices[i].at, same.vertices[i].at);
  for (std::size_t i = 0; i < one.seams.size(); ++i) EXPECT_EQ(one.seams[i].kind, same.seams[i].kind);
  EXPECT_NE(one.cells.front().site, other.cells.front().site);
}

TEST(Sites, hold_all_inhabitants_in_towns_that_do_not_overlap) {
  for (std::uint64_t seed = 1; seed <= 3; ++seed) {
    auto const plan = make_plan({seed, 8, 60'000});
    ASSERT_EQ(plan.towns.size(), 8U);
    double inhabitants = 0;
    for (auto const& town : plan.towns) {
      inhabitants += town.inhabitants;
      EXPECT_LT(std::max(std::abs(town.middle.x), std::abs(town.middle.y)) + town.radius, plan.half_width);
      for (auto const& other : plan.towns) {
        if (&other == &town) continue;
        EXPECT_GT(distance(town.middle, other.middle), town.radius + other.radius);
      }
    }
    EXPECT_NEAR(inhabitants, 60'000 / 0.088, 1);  // 8.8% are children of 4 to 12
    // No cell of a town lies nearer to the middle of another one than to its own, as shares of their size.
    for (auto const& cell : plan.cells) {
      if (!cell.town) continue;
      auto const& own = plan.towns[cell.town->value()];
      EXPECT_LT(distance(cell.site, own.middle), own.radius * 1.6 + 500);
    }
  }
}

TEST(Sites, lie_some_way_apart) {
  for (auto const& plan : plans()) {
    auto cells = plan.cells;
    std::ranges::sort(cells, {}, [](Cell const& cell) { return cell.site.x; });
    for (std::size_t i = 0; i < cells.size(); ++i) {
      for (auto k = i + 1; k < cells.size() && cells[k].site.x - cells[i].site.x < 100; ++k) {
        EXPECT_GT(distance(cells[i].site, cells[k].site), 100);
      }
    }
  }
}

TEST(Sites, give_every_town_homes_and_a_large_one_an_old_core) {
  for (auto const& plan : plans()) {
    for (std::size_t town = 0; town < plan.towns.size(); ++town) {
      std::size_t homes = 0, core = 0;
      for (auto const& cell : plan.cells) {
        if (cell.town != Index<Town>(town)) continue;
        homes += has_homes(cell.quarter) ? 1 : 0;
        core += cell.quarter == Quarter::core ? 1 : 0;
      }
      EXPECT_GE(homes, 2U);
      EXPECT_EQ(core, plan.towns[town].inhabitants > 20'000 ? 7U : core);
    }
  }
}

TEST(Cells, are_closed_rings_turned_to_the_left) {
  for_each_cell([](Plan const& plan, std::uint32_t number) {
    auto const& cell = plan.cells[number];
    ASSERT_GE(cell.vertices.size(), 3U);
    ASSERT_EQ(cell.vertices.size(), cell.seams.size());
    std::set<std::uint32_t> const vertices(cell.vertices.begin(), cell.vertices.end());
    EXPECT_EQ(vertices.size(), cell.vertices.size());
    std::set<std::uint32_t> const seams(cell.seams.begin(), cell.seams.end());
    EXPECT_EQ(seams.size(), cell.seams.size());
    EXPECT_GT(area(ring_of(plan, cell)), 5'000);
  });
}

TEST(Cells, have_seams_that_join_their_vertices) {
  for_each_cell([](Plan const& plan, std::uint32_t number) {
    auto const& cell = plan.cells[number];
    for (std::size_t i = 0; i < cell.seams.size(); ++i) {
      auto const& seam = plan.seams[cell.seams[i]];
      auto const from = cell.vertices[i], to = cell.vertices[(i + 1) % cell.vertices.size()];
      auto const left = seam.cells[0] == number;
      EXPECT_TRUE(left || seam.cells[1] == number);
      EXPECT_EQ(seam.vertices[left ? 0 : 1], from);
      EXPECT_EQ(seam.vertices[left ? 1 : 0], to);
      for (auto const vertex : seam.vertices)
        EXPECT_EQ(std::ranges::count(plan.vertices[vertex].seams, cell.seams[i]), 1);
    }
  });
}

TEST(Seams, lie_between_exactly_their_two_cells) {
  for (auto const& plan : plans()) {
    std::vector<std::set<std::uint32_t>> beside(plan.seams.size());
    for (std::uint32_t i = 0; i < plan.cells.size(); ++i) {
      for (auto const seam : plan.cells[i].seams) beside[seam].insert(i);
    }
    for (std::size_t i = 0; i < plan.seams.size(); ++i) {
      std::set<std::uint32_t> in_world;
      for (auto const cell : plan.seams[i].cells) {
        if (plan.cells[cell].quarter != Quarter::outside) in_world.insert(cell);
      }
      EXPECT_FALSE(in_world.empty());
      EXPECT_EQ(beside[i], in_world);
    }
  }
}

TEST(Seams, are_not_shorter_than_what_is_welded) {
  std::size_t few = 0, all = 0;
  for (auto const& plan : plans()) {
    for (auto const& seam : plan.seams) {
      auto const size = distance(plan.vertices[seam.vertices[0]].at, plan.vertices[seam.vertices[1]].at);
      ++all;
      if (size < shortest_seam) ++few;
    }
  }
  EXPECT_EQ(few, 0U) << "of " << all;
}

TEST(Cells, are_convex) {
  double deepest = 0;
  std::size_t hollow = 0, all = 0;
  for_each_cell([&](Plan const& plan, std::uint32_t number) {
    auto const ring = ring_of(plan, plan.cells[number]);
    for (std::size_t i = 0; i < ring.size(); ++i) {
      auto const &a = ring[i], &b = ring[(i + 1) % ring.size()], &c = ring[(i + 2) % ring.size()];
      ++all;
      if (cross(b - a, c - b) < 0) ++hollow, deepest = std::max(deepest, from_stretch(b, a, c));
    }
  });
  EXPECT_EQ(hollow, 0U) << "of " << all << ", at most " << deepest << " m";
}

TEST(MainLines, join_every_place_of_the_world) {
  for (auto const& plan : plans()) {
    // Where the world ends nothing need run, so vertices at its edge do not count.
    auto const within = [&](Vertex const& vertex) {
      return !vertex.seams.empty() && std::ranges::none_of(vertex.seams, [&](std::uint32_t by) {
        return std::ranges::any_of(plan.seams[by].cells, [&](std::uint32_t cell) {
          return plan.cells[cell].quarter == Quarter::outside;
        });
      });
    };
    std::vector<bool> seen(plan.vertices.size());
    auto const first =
        static_cast<std::uint32_t>(std::ranges::find_if(plan.vertices, within) - plan.vertices.begin());
    std::vector<std::uint32_t> queue{first};
    seen[first] = true;
    while (!queue.empty()) {
      auto const at = queue.back();
      queue.pop_back();
      for (auto const by : plan.vertices[at].seams) {
        if (plan.seams[by].kind == SeamKind::nothing) continue;
        for (auto const other : plan.seams[by].vertices) {
          if (!seen[other]) queue.push_back(other);
          seen[other] = true;
        }
      }
    }
    for (std::size_t i = 0; i < plan.vertices.size(); ++i) EXPECT_TRUE(seen[i] || !within(plan.vertices[i]));
  }
}

TEST(MainLines, turn_a_ring_road_around_a_large_town_without_a_branch) {
  for (auto const& plan : plans()) {
    for (auto const& vertex : plan.vertices) {
      auto const roads = std::ranges::count_if(
          vertex.seams, [&](std::uint32_t seam) { return plan.seams[seam].kind == SeamKind::ring_road; });
      EXPECT_LE(roads, 2);
    }
  }
}

TEST(MainLines, put_canals_around_an_old_core_and_a_ring_road_around_a_large_town) {
  for (auto const& plan : plans()) {
    auto const has = [&](SeamKind kind) {
      return std::ranges::any_of(plan.seams, [&](Seam const& seam) { return seam.kind == kind; });
    };
    if (plan.towns.size() > 1) continue;
    auto const inhabitants = plan.towns.front().inhabitants;
    if (inhabitants > 30'000) {
      EXPECT_TRUE(has(SeamKind::canal));
    }
    if (inhabitants > 90'000) {
      EXPECT_TRUE(has(SeamKind::ring_road));
    }
    EXPECT_TRUE(has(SeamKind::avenue));
    EXPECT_TRUE(has(SeamKind::street));
  }
}

TEST(Stations, lie_beside_a_railway_of_a_town_that_is_large_enough) {
  for (auto const& plan : plans()) {
    for (std::uint32_t i = 0; i < plan.towns.size(); ++i) {
      auto const& town = plan.towns[i];
      ASSERT_EQ(town.station.has_value(), town.inhabitants >= 18'000);
      if (!town.station) continue;
      auto const& station = *town.station;
      auto const& cell = plan.cells[station.cell];
      EXPECT_EQ(cell.town, Index<Town>(i));
      EXPECT_TRUE(has_homes(cell.quarter));
      auto nearest = 1e9;
      for (auto const& strip : plan.strips) {
        for (std::size_t k = 0; k + 1 < strip.line.size(); ++k) {
          auto const away = apart(station.at, station.at, strip.line[k], strip.line[k + 1]);
          if (strip.kind == StripKind::railway) nearest = std::min(nearest, away);
          if (strip.kind == StripKind::motorway || strip.kind == StripKind::river) {
            EXPECT_GT(away, strip.half_width);
          }
        }
      }
      EXPECT_LT(nearest, 1e-6);
      // The square lies within the cell.
      auto const square = station_grounds(station).line;
      for (std::size_t k = 0; k < cell.vertices.size(); ++k) {
        auto const from = plan.vertices[cell.vertices[k]].at,
                   to = plan.vertices[cell.vertices[(k + 1) % cell.vertices.size()]].at;
        for (auto const point : {square[0], square[1]}) EXPECT_GT(cross(to - from, point - from), 0);
      }
    }
  }
}

}  // namespace wegwijzer::towns
