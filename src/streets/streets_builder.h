// SPDX-License-Identifier: EUPL-1.2
// Makes Streets from ways as OpenStreetMap has them: cut where they share a node, the nodes in between kept
// as the line of the edge. Nodes and edges come to lie along a space-filling curve, so near things are near
// in memory.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "streets/streets.h"

namespace wegwijzer {

struct WayPoint {
  std::int64_t node = 0;         // any number that is the same for the same crossing
  std::optional<GeoPoint> at{};  // nothing where the extract lacks the node
};

class StreetsBuilder {
 public:
  // A way interrupted by a missing node becomes two; a node repeated at once counts once; a way without two
  // different nodes adds nothing. Where ways disagree about the place of a node, the first one has it.
  void add_way(std::span<WayPoint const> points, StreetUse const& use, std::string_view name = {},
               std::int64_t id = 0);

  // Also before any way has come to the node, which becomes a crossing.
  void add_signals(std::int64_t node, Signals const& signals);

  // Riders who come to the node by the one way may not go on by the other, or by none but the other. Ways
  // that are not known, or do not end at the node, are left out.
  void ban_turn(std::int64_t from_way, std::int64_t node, std::int64_t to_way, bool only_that = false);

  // One edge that is never cut, straight but with a length of its own. Both nodes must have a place.
  void add_edge(WayPoint from, WayPoint to, Metres length, StreetUse const& use, std::string_view name = {});

  Streets build() &&;

 private:
  struct Reference {
    std::int64_t node = 0;
    GeoPoint at;
  };

  struct Way {
    std::size_t first = 0;  // its references reach to the first of the next way
    StreetUse use{};
    Index<StreetName> name;
    std::int64_t id = 0;
    std::optional<std::uint32_t> millimetres{};  // when they do not follow from the line
  };

  struct Ban {
    std::int64_t from_way = 0;
    std::int64_t node = 0;
    std::int64_t to_way = 0;
    bool only_that = false;
  };

  struct Crossings;
  struct Piece;
  class Bans;

  Index<StreetName> name_index(std::string_view name);
  void end_way(Way way);
  std::span<Reference const> references(std::size_t way) const;
  static void share_crossing(std::span<Piece> pieces);
  std::vector<bool> way_ends() const;
  std::vector<std::uint32_t> references_by_node() const;
  std::vector<std::span<std::uint32_t const>> meetings(std::span<std::uint32_t const> by_node) const;
  Crossings find_crossings() const;
  std::vector<Piece> cut_way(std::size_t way, Crossings const& crossings) const;
  std::vector<Piece> cut(Crossings const& crossings) const;
  std::vector<Signals> signals_at(Crossings const& crossings) const;
  StreetColumns lay_out(Crossings crossings, std::vector<Piece> const& pieces) &&;

  std::unordered_map<std::int64_t, Signals> signals_;
  std::vector<Ban> bans_;
  std::vector<Reference> references_;
  std::vector<Way> ways_;
  std::vector<std::uint32_t> first_letter_{0, 0};
  std::string letters_;
  std::unordered_map<std::string, Index<StreetName>> names_{{"", Index<StreetName>(0)}};
};

}  // namespace wegwijzer
