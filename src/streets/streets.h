// SPDX-License-Identifier: EUPL-1.2
// The street graph of a region: immutable, shared by all threads. Crossings are nodes, the streets between
// them edges with a line, a length, a name and what a child may do there. Made by StreetsBuilder or
// read_streets.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/geo_point.h"
#include "base/index.h"
#include "base/result.h"
#include "base/time.h"
#include "streets/edge_tree.h"
#include "streets/street_use.h"

namespace wegwijzer {

struct Node;
struct StreetName;

struct Edge {
  Index<Node> from;
  Index<Node> to;
  std::uint32_t millimetres = 0;  // whole, so that lengths add up exactly
  Index<StreetName> name;
  StreetUse use{};  // its crossing is that of this edge alone
  bool operator==(Edge const&) const = default;
};

// An edge as seen from the node where it is entered.
class Arc {
 public:
  Arc() = default;

  Arc(Index<Node> target, Index<Edge> edge, bool forward)
      : target_(target),
        edge_and_direction_(static_cast<std::uint32_t>(edge.value() * 2 + (forward ? 1 : 0))) {}

  Index<Node> target() const { return target_; }

  Index<Edge> edge() const { return Index<Edge>(edge_and_direction_ / 2); }

  bool forward() const { return edge_and_direction_ % 2 == 1; }  // along the line of the edge

  bool operator==(Arc const&) const = default;

 private:
  Index<Node> target_;
  std::uint32_t edge_and_direction_ = 0;  // together, since a country has tens of millions of these
};

// What the graph is made of; all else is derived from it.
struct StreetColumns {
  std::vector<GeoPoint> nodes{};
  std::vector<Signals> signals{};  // per node, or none at all
  std::vector<Edge> edges{};
  std::vector<std::uint32_t> first_point{0};  // per edge and one more: where its line begins in `points`
  std::vector<GeoPoint> points{};             // lines with both their ends
  std::vector<std::uint32_t> first_letter{0, 0};
  std::string letters{};  // of all names; name 0 is empty
  bool operator==(StreetColumns const&) const = default;
};

class Streets {
 public:
  // Fails with "streets.inconsistent" when the columns do not fit together.
  static Result<Streets> of(StreetColumns columns);

  std::size_t node_count() const { return columns_.nodes.size(); }

  std::size_t edge_count() const { return columns_.edges.size(); }

  GeoPoint node(Index<Node> node) const { return columns_.nodes[node.value()]; }

  Edge const& edge(Index<Edge> edge) const { return columns_.edges[edge.value()]; }

  Signals signals(Index<Node> node) const {
    return columns_.signals.empty() ? Signals{} : columns_.signals[node.value()];
  }

  std::span<GeoPoint const> line(Index<Edge> edge) const;  // at least both ends
  std::string_view name(Index<StreetName> name) const;     // empty for a street without name

  // The edges at a node, each also against its direction: whether one may pass there is up to TravelTimes.
  std::span<Arc const> arcs(Index<Node> node) const {
    return std::span(arcs_).subspan(first_arc_[node.value()],
                                    first_arc_[node.value() + 1] - first_arc_[node.value()]);
  }

  std::uint32_t first_arc(Index<Node> node) const { return first_arc_[node.value()]; }

  std::span<Arc const> all_arcs() const { return arcs_; }

  EdgeTree const& tree() const { return tree_; }

  StreetColumns const& columns() const { return columns_; }

 private:
  explicit Streets(StreetColumns columns);

  StreetColumns columns_;
  std::vector<std::uint32_t> first_arc_;
  std::vector<Arc> arcs_;
  EdgeTree tree_;
};

inline Metres length(Edge const& edge) {
  return {edge.millimetres / 1000.0};
}

}  // namespace wegwijzer
