// SPDX-License-Identifier: EUPL-1.2
#include "streets/crossings.h"

#include <algorithm>
#include <optional>

namespace wegwijzer {

namespace {

class LinkFinder {
 public:
  LinkFinder(Streets const& streets, std::function<bool(Edge const&)> const& chosen)
      : streets_(streets), chosen_(chosen), to_walk_(streets.edge_count()), arcs_(streets.node_count()) {
    for (std::size_t at = 0; at < streets.edge_count(); ++at) {
      auto const& edge = streets.edge(Index<Edge>(at));
      if (!chosen(edge) || is_drawn_before(Index<Edge>(at))) continue;
      to_walk_[at] = true;
      ++arcs_[edge.from.value()];
      ++arcs_[edge.to.value()];
    }
    found_.arcs.resize(streets.node_count());
  }

  Crossings find() && {
    for (std::size_t node = 0; node < arcs_.size(); ++node) {
      if (arcs_[node] != 0 && arcs_[node] != 2) follow_all(Index<Node>(node));
    }
    for (std::size_t edge = 0; edge < to_walk_.size(); ++edge) {
      if (to_walk_[edge]) follow_all(streets_.edge(Index<Edge>(edge)).from);
    }
    return std::move(found_);
  }

 private:
  // An edge as it was before metres at its ends were cut off for a ban on turning.
  struct Uncut {
    Index<Edge> first;  // of the pieces the one of the lowest number
    Link link;
  };

  Uncut uncut(Index<Edge> index) const {
    auto const& edge = streets_.edge(index);
    Uncut found{index, {edge.from, edge.to, edge.millimetres}};
    extend(found, index, found.link.from);
    extend(found, index, found.link.to);
    return found;
  }

  void extend(Uncut& found, Index<Edge> index, Index<Node>& end) const {
    constexpr int most_pieces = 3;
    for (int piece = 1; piece < most_pieces; ++piece) {
      auto const next = beyond_cut(end, index);
      if (!next) return;
      index = next->edge();
      end = next->target();
      found.first = std::min(found.first, index);
      found.link.millimetres += streets_.edge(index).millimetres;
    }
  }

  // Where an edge was cut, two pieces of it meet and copies to turn by begin or end, and nothing else.
  std::optional<Arc> beyond_cut(Index<Node> node, Index<Edge> from) const {
    std::optional<Arc> next;
    std::size_t pieces = 0, copies = 0;
    for (auto const& arc : streets_.arcs(node)) {
      if (streets_.edge(arc.edge()).use.turning) {
        ++copies;
      } else {
        ++pieces;
        if (arc.edge() != from) next = arc;
      }
    }
    return pieces == 2 && copies > 0 ? next : std::nullopt;
  }

  // The outlines of two squares that touch are drawn twice where they do.
  bool is_drawn_before(Index<Edge> index) const {
    auto const here = uncut(index);
    return std::ranges::any_of(streets_.arcs(here.link.from), [&](Arc const& arc) {
      auto const& edge = streets_.edge(arc.edge());
      if (edge.use.turning || !chosen_(edge)) return false;
      auto const [first, other] = uncut(arc.edge());
      bool const along = other.from == here.link.from && other.to == here.link.to;
      bool const against = other.to == here.link.from && other.from == here.link.to;
      return first < here.first && (along || against) && other.millimetres == here.link.millimetres;
    });
  }

  bool is_crossing(Index<Node> node) const {
    return arcs_[node.value()] != 2 || found_.arcs[node.value()] != 0;
  }

  void follow_all(Index<Node> node) {
    found_.arcs[node.value()] = arcs_[node.value()];
    for (auto const& arc : streets_.arcs(node)) {
      if (to_walk_[arc.edge().value()]) follow(node, arc);
    }
  }

  void follow(Index<Node> from, Arc arc) {
    Link link{from, from, 0};
    while (true) {
      to_walk_[arc.edge().value()] = false;
      link.to = arc.target();
      link.millimetres += streets_.edge(arc.edge()).millimetres;
      if (is_crossing(link.to)) break;
      arc = *std::ranges::find_if(streets_.arcs(link.to),
                                  [&](Arc const& on) { return to_walk_[on.edge().value()]; });
    }
    found_.links.push_back(link);
  }

  Streets const& streets_;
  std::function<bool(Edge const&)> const& chosen_;
  std::vector<bool> to_walk_;
  std::vector<std::uint32_t> arcs_;  // chosen ones per node
  Crossings found_;
};

}  // namespace

Crossings find_crossings(Streets const& streets, std::function<bool(Edge const&)> const& chosen) {
  return LinkFinder(streets, chosen).find();
}

bool is_walkable(Edge const& edge) {
  return edge.use.passage.foot && edge.use.kind != StreetClass::ferry;
}

bool is_street_proper(Edge const& edge) {
  return edge.use.kind >= StreetClass::motorway && edge.use.kind <= StreetClass::service && !edge.use.turning;
}

}  // namespace wegwijzer
