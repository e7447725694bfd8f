// SPDX-License-Identifier: EUPL-1.2
#include "streets/crossings.h"

#include <algorithm>

namespace wegwijzer {

namespace {

class LinkFinder {
 public:
  LinkFinder(Streets const& streets, std::function<bool(Edge const&)> const& chosen)
      : streets_(streets), to_walk_(streets.edge_count()), arcs_(streets.node_count()) {
    for (std::size_t at = 0; at < streets.edge_count(); ++at) {
      auto const& edge = streets.edge(Index<Edge>(at));
      if (!chosen(edge) || is_drawn_before(Index<Edge>(at), edge)) continue;
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
  // The outlines of two squares that touch are drawn twice where they do.
  bool is_drawn_before(Index<Edge> index, Edge const& edge) const {
    return std::ranges::any_of(streets_.arcs(edge.from), [&](Arc const& arc) {
      return arc.edge() < index && arc.target() == edge.to && to_walk_[arc.edge().value()] &&
             streets_.edge(arc.edge()).millimetres == edge.millimetres;
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
