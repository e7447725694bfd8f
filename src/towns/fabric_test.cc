// SPDX-License-Identifier: EUPL-1.2
#include "towns/fabric.h"

#include <gtest/gtest.h>

#include <numeric>
#include <span>

#include "kit/fictional_towns.h"

namespace wegwijzer::towns {

namespace {

struct Woven {
  Plan plan;
  std::vector<Inset> insets;  // as plan.cells
  std::vector<Fabric> fabrics;
};

std::vector<Woven> const& towns_woven() {
  static auto const made = [] {
    std::vector<Woven> all;
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
      Woven one{make_plan({seed, 1, 9'000}), {}, {}};
      one.insets.resize(one.plan.cells.size());
      one.fabrics.resize(one.plan.cells.size());
      for (std::size_t i = 0; i < one.plan.cells.size(); ++i) {
        if (one.plan.cells[i].quarter == Quarter::outside) continue;
        one.insets[i] = inset_of(one.plan, i);
        one.fabrics[i] = weave(one.plan, i, one.insets[i]);
      }
      all.push_back(std::move(one));
    }
    return all;
  }();
  return made;
}

void for_each_fabric(auto const& look) {
  for (auto const& [plan, insets, fabrics] : towns_woven()) {
    for (std::size_t i = 0; i < plan.cells.size(); ++i) {
      if (plan.cells[i].quarter != Quarter::outside) look(plan, i, insets[i], fabrics[i]);
    }
  }
}

bool cross_each_other(Point a, Point b, Point c, Point d) {
  return cross(b - a, c - a) * cross(b - a, d - a) < -1e-3 &&
         cross(d - c, a - c) * cross(d - c, b - c) < -1e-3;
}

}  // namespace

TEST(Fabric, is_the_same_each_time) {
  auto const plan = make_plan({3, 1, 9'000});
  auto const inset = inset_of(plan, 5);
  auto const one = weave(plan, 5, inset), same = weave(plan, 5, inset);
  ASSERT_EQ(one.pieces.size(), same.pieces.size());
  for (std::size_t i = 0; i < one.pieces.size(); ++i) {
    EXPECT_EQ(one.pieces[i].kind, same.pieces[i].kind);
    EXPECT_EQ(one.nodes[one.pieces[i].from].at, same.nodes[same.pieces[i].from].at);
  }
}

TEST(Fabric, can_be_reached_from_a_seam) {
  for_each_fabric([](Plan const& plan, std::size_t number, Inset const&, Fabric const& fabric) {
    std::vector<std::uint32_t> part(fabric.nodes.size());
    std::iota(part.begin(), part.end(), 0U);
    auto const root = [&](std::uint32_t of) {
      while (part[of] != of) of = part[of] = part[part[of]];
      return of;
    };
    for (auto const& piece : fabric.pieces) {
      if (piece.kind != WayKind::none) part[root(piece.from)] = root(piece.to);
    }
    std::vector<bool> reached(fabric.nodes.size());
    for (std::uint32_t i = 0; i < fabric.nodes.size(); ++i) {
      if (fabric.nodes[i].side < 0) continue;
      auto const seam = plan.cells[number].seams[static_cast<std::size_t>(fabric.nodes[i].side)];
      if (plan.seams[seam].kind != SeamKind::nothing) reached[root(i)] = true;
    }
    // All but the paths between allotments, which lie behind a fence.
    for (auto const& piece : std::span(fabric.pieces).first(std::min(fabric.fenced, fabric.pieces.size())))
      EXPECT_TRUE(piece.kind == WayKind::none || reached[root(piece.from)]) << number;
  });
}

TEST(Fabric, meets_a_seam_on_the_border_of_the_inset) {
  for_each_fabric([](Plan const& plan, std::size_t number, Inset const& inset, Fabric const& fabric) {
    auto const& cell = plan.cells[number];
    for (auto const& node : fabric.nodes) {
      if (node.side < 0) continue;
      auto const side = static_cast<std::size_t>(node.side);
      ASSERT_LT(side, cell.seams.size());
      EXPECT_LT(from_border(node.at, inset.ring), 1e-6);
      auto const& seam = plan.seams[cell.seams[side]];
      EXPECT_NEAR(node.along, along(plan, seam, node.at), 1e-6);
      EXPECT_GT(node.along, inset.stretch[side].from - 1);
      EXPECT_LT(node.along, inset.stretch[side].to + 1);
    }
  });
}

TEST(Fabric, has_pieces_between_two_of_its_nodes) {
  for_each_fabric([](Plan const&, std::size_t, Inset const& inset, Fabric const& fabric) {
    for (auto const& piece : fabric.pieces) {
      ASSERT_LT(piece.from, fabric.nodes.size());
      ASSERT_LT(piece.to, fabric.nodes.size());
      ASSERT_LT(piece.line, std::max(1U, fabric.lines));
      EXPECT_NE(piece.from, piece.to);
    }
    for (auto const& plot : fabric.plots) {
      ASSERT_GE(plot.ring.size(), 3U);
      EXPECT_GT(area(plot.ring), 0);
      for (auto const& point : plot.ring) EXPECT_LT(outside_of(point, inset.ring), 20);
    }
  });
}

TEST(Fabric, seldom_crosses_itself_without_a_crossing) {
  std::size_t streets = 0, crossed_streets = 0, all = 0, crossed = 0;
  for_each_fabric([&](Plan const& plan, std::size_t number, Inset const&, Fabric const& fabric) {
    if (is_rural(plan.cells[number].quarter)) return;
    std::vector<Piece> pieces;
    for (auto const& piece : fabric.pieces) {
      if (piece.kind != WayKind::none) pieces.push_back(piece);
    }
    std::vector<bool> hit(pieces.size()), street_hit(pieces.size());
    auto const is_branch = [&](Piece const& piece) {
      return piece.kind == WayKind::footway || piece.kind == WayKind::cycleway ||
             piece.kind == WayKind::service;
    };
    auto const at = [&](std::uint32_t node) { return fabric.nodes[node].at; };
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      for (auto k = i + 1; k < pieces.size(); ++k) {
        auto const &a = pieces[i], &b = pieces[k];
        if (a.from == b.from || a.from == b.to || a.to == b.from || a.to == b.to) continue;
        if (!cross_each_other(at(a.from), at(a.to), at(b.from), at(b.to))) continue;
        hit[i] = hit[k] = true;
        if (!is_branch(a) && !is_branch(b)) street_hit[i] = street_hit[k] = true;
      }
    }
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      ++all;
      crossed += hit[i] ? 1 : 0;
      streets += is_branch(pieces[i]) ? 0 : 1;
      crossed_streets += street_hit[i] ? 1 : 0;
    }
  });
  // What is left lies where a cell is hardly convex.
  EXPECT_LT(static_cast<double>(crossed_streets), 0.001 * static_cast<double>(streets));
  EXPECT_LT(static_cast<double>(crossed), 0.002 * static_cast<double>(all));
}

}  // namespace wegwijzer::towns
