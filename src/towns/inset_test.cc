// SPDX-License-Identifier: EUPL-1.2
#include "towns/inset.h"

#include <gtest/gtest.h>

#include "kit/fictional_towns.h"

namespace wegwijzer::towns {

namespace {

// A cell of 200 by 100 m, whose four seams carry these kinds, the south one first.
Plan one_cell(std::array<SeamKind, 4> const& kinds) {
  Plan plan;
  plan.vertices = {{{0, 0}, {}}, {{200, 0}, {}}, {{200, 100}, {}}, {{0, 100}, {}}};
  plan.cells.push_back({{100, 50}, Quarter::postwar, {}, 0, {0, 1, 2, 3}, {0, 1, 2, 3}});
  for (std::uint32_t i = 0; i < 4; ++i) plan.seams.push_back({{0, 0}, {i, (i + 1) % 4}, kinds[i]});
  return plan;
}

void for_each_inset(auto const& look) {
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    for (auto const children : {2'000U, 9'000U}) {
      auto const plan = make_plan({seed, 1, children});
      for (std::size_t i = 0; i < plan.cells.size(); ++i) {
        if (plan.cells[i].quarter != Quarter::outside) look(plan, plan.cells[i], inset_of(plan, i));
      }
    }
  }
}

}  // namespace

TEST(Inset, is_the_cell_itself_along_ordinary_streets) {
  auto const inset =
      inset_of(one_cell({SeamKind::street, SeamKind::path, SeamKind::country_road, SeamKind::nothing}), 0);
  EXPECT_EQ(inset.ring, (Ring{{0, 0}, {200, 0}, {200, 100}, {0, 100}}));
  EXPECT_EQ(inset.corner, inset.ring);
  EXPECT_DOUBLE_EQ(inset.stretch[0].from, 0);
  EXPECT_DOUBLE_EQ(inset.stretch[0].to, 200);
}

TEST(Inset, leaves_room_for_what_runs_along_the_seams) {
  // 7 m for an avenue in the south, 12 m for a canal in the east, 24 m for a ring road in the north:
  // 200 - 12 by 100 - 7 - 24.
  auto const inset =
      inset_of(one_cell({SeamKind::avenue, SeamKind::canal, SeamKind::ring_road, SeamKind::street}), 0);
  EXPECT_DOUBLE_EQ(area(inset.ring), 188 * 69);
  std::vector<Point> const corners{{0, 7}, {188, 7}, {188, 76}, {0, 76}};
  ASSERT_EQ(inset.corner.size(), corners.size());
  for (std::size_t i = 0; i < corners.size(); ++i)
    EXPECT_LT(distance(inset.corner[i], corners[i]), 1e-9) << i;
  EXPECT_DOUBLE_EQ(inset.stretch[1].from, 7);  // of the canal, northwards from (200, 0)
  EXPECT_DOUBLE_EQ(inset.stretch[1].to, 76);
  EXPECT_DOUBLE_EQ(inset.stretch[2].from, 12);  // of the ring road, westwards from (200, 100)
  EXPECT_DOUBLE_EQ(inset.stretch[2].to, 200);
}

TEST(Inset, lies_within_its_cell) {
  for_each_inset([](Plan const& plan, Cell const& cell, Inset const& inset) {
    auto const ring = ring_of(plan, cell);
    ASSERT_GE(inset.ring.size(), 3U);
    EXPECT_GT(area(inset.ring), 0);
    EXPECT_LE(area(inset.ring), area(ring) * (1 + 1e-9));
    ASSERT_EQ(inset.ring.size(), inset.side.size());
    for (auto const& point : inset.ring) EXPECT_LT(outside_of(point, ring), 1e-6);
  });
}

TEST(Inset, is_convex) {
  for_each_inset([](Plan const&, Cell const&, Inset const& inset) {
    for (auto const& point : inset.ring) EXPECT_LT(outside_of(point, inset.ring), 1e-6);
  });
}

TEST(Inset, has_the_corner_of_a_vertex_on_it_or_at_the_vertex) {
  for_each_inset([](Plan const& plan, Cell const& cell, Inset const& inset) {
    ASSERT_EQ(inset.corner.size(), cell.vertices.size());
    for (std::size_t i = 0; i < inset.corner.size(); ++i) {
      if (inset.corner[i] == plan.vertices[cell.vertices[i]].at) continue;
      EXPECT_LT(from_border(inset.corner[i], inset.ring), 1e-6);
    }
  });
}

TEST(Inset, keeps_its_sides_at_the_distance_of_their_seam) {
  for_each_inset([](Plan const& plan, Cell const& cell, Inset const& inset) {
    for (std::size_t i = 0; i < inset.ring.size(); ++i) {
      auto const side = inset.side[i];
      auto const& seam = plan.seams[cell.seams[side]];
      auto const from = plan.vertices[cell.vertices[side]].at,
                 to = plan.vertices[cell.vertices[(side + 1) % cell.vertices.size()]].at;
      auto const half = between(inset.ring[i], inset.ring[(i + 1) % inset.ring.size()], 0.5);
      EXPECT_NEAR(cross(unit(to - from), half - from), half_width(seam.kind), 0.02);
    }
  });
}

}  // namespace wegwijzer::towns
