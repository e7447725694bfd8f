// SPDX-License-Identifier: EUPL-1.2
#include "streets/streets_builder.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <tuple>
#include <utility>

#include "base/check.h"
#include "streets/hilbert.h"
#include "streets/turn_bans.h"

namespace wegwijzer {

namespace {

constexpr std::uint32_t no_crossing = std::numeric_limits<std::uint32_t>::max();

std::uint32_t whole_millimetres(double metres) {
  constexpr double longest = std::numeric_limits<std::uint32_t>::max();
  return static_cast<std::uint32_t>(std::clamp(std::round(metres * 1000), 0.0, longest));
}

}  // namespace

// The places where ways meet or end, in the order of the curve, and which reference is at which of them.
struct StreetsBuilder::Crossings {
  std::vector<GeoPoint> nodes{};
  std::vector<std::uint32_t> at_reference{};  // no_crossing where a way merely bends
};

// The part of a way between two crossings.
struct StreetsBuilder::Piece {
  std::size_t way = 0;
  std::size_t first = 0;  // references, both included
  std::size_t last = 0;
  Edge edge{};
};

Index<StreetName> StreetsBuilder::name_index(std::string_view name) {
  auto const [found, is_new] = names_.try_emplace(std::string(name), first_letter_.size() - 1);
  if (is_new) {
    letters_ += name;
    first_letter_.push_back(static_cast<std::uint32_t>(letters_.size()));
  }
  return found->second;
}

void StreetsBuilder::add_way(std::span<WayPoint const> points, StreetUse const& use, std::string_view name,
                             std::int64_t id) {
  Way way{references_.size(), use, name_index(name), id};
  for (auto const& point : points) {
    if (!point.at) {
      end_way(way);
      way.first = references_.size();
      continue;
    }
    bool const repeated = references_.size() > way.first && references_.back().node == point.node;
    if (!repeated) references_.push_back({point.node, *point.at});
  }
  end_way(way);
}

void StreetsBuilder::add_signals(std::int64_t node, Signals const& signals) {
  if (!signals.none()) signals_.emplace(node, signals);
}

void StreetsBuilder::ban_turn(std::int64_t from_way, std::int64_t node, std::int64_t to_way, bool only_that) {
  bans_.push_back({from_way, node, to_way, only_that});
}

constexpr auto const* between_known_places = "an edge lies between two known places";

void StreetsBuilder::add_edge(WayPoint from, WayPoint to, Metres length, StreetUse const& use,
                              std::string_view name) {
  Way way{references_.size(), use, name_index(name), 0, whole_millimetres(length.value)};
  references_.push_back({from.node, known(from.at, between_known_places)});
  references_.push_back({to.node, known(to.at, between_known_places)});
  end_way(way);
}

void StreetsBuilder::end_way(Way way) {
  if (references_.size() < way.first + 2) {
    references_.resize(way.first);
  } else {
    ways_.push_back(way);
  }
}

std::span<StreetsBuilder::Reference const> StreetsBuilder::references(std::size_t way) const {
  std::size_t const end = way + 1 < ways_.size() ? ways_[way + 1].first : references_.size();
  return std::span(references_).subspan(ways_[way].first, end - ways_[way].first);
}

// The whole crossing of a ferry, over its pieces by length; they add up to what was shared.
void StreetsBuilder::share_crossing(std::span<Piece> pieces) {
  std::int64_t whole = 0;
  for (auto const& piece : pieces) whole += piece.edge.millimetres;
  if (whole == 0) return;
  std::int64_t passed = 0;
  for (auto& [way, first, last, edge] : pieces) {
    std::int64_t const crossing = edge.use.crossing.count();
    std::int64_t const before = crossing * passed / whole;
    passed += edge.millimetres;
    edge.use.crossing = Tenths(static_cast<std::int32_t>(crossing * passed / whole - before));
  }
}

std::vector<bool> StreetsBuilder::way_ends() const {
  std::vector<bool> ends(references_.size());
  for (std::size_t way = 0; way < ways_.size(); ++way) {
    ends[ways_[way].first] = true;
    ends[ways_[way].first + references(way).size() - 1] = true;
  }
  return ends;
}

// All references to one node side by side, the earliest first.
std::vector<std::uint32_t> StreetsBuilder::references_by_node() const {
  check(references_.size() < no_crossing, "a street graph has fewer than 2^32 points");
  std::vector<std::uint32_t> order(references_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, [this](std::uint32_t at) { return std::pair(references_[at].node, at); });
  return order;
}

// The groups of references that make a crossing: an end of a way, or a node that is met more than once.
std::vector<std::span<std::uint32_t const>> StreetsBuilder::meetings(
    std::span<std::uint32_t const> by_node) const {
  auto const ends = way_ends();
  std::vector<std::span<std::uint32_t const>> found;
  while (!by_node.empty()) {
    auto const other = std::ranges::find_if(
        by_node, [&](std::uint32_t at) { return references_[at].node != references_[by_node.front()].node; });
    auto const group = by_node.first(static_cast<std::size_t>(other - by_node.begin()));
    bool const lights = !signals_.empty() && signals_.contains(references_[group.front()].node);
    if (group.size() > 1 || ends[group.front()] || lights) found.push_back(group);
    by_node = by_node.subspan(group.size());
  }
  return found;
}

StreetsBuilder::Crossings StreetsBuilder::find_crossings() const {
  auto const by_node = references_by_node();
  auto const groups = meetings(by_node);
  std::vector<GeoPoint> points;
  points.reserve(groups.size());
  for (auto const group : groups) points.push_back(references_[group.front()].at);

  Crossings crossings{{}, std::vector<std::uint32_t>(references_.size(), no_crossing)};
  for (auto const number : order_along_curve(points)) {
    for (auto const at : groups[number]) {
      crossings.at_reference[at] = static_cast<std::uint32_t>(crossings.nodes.size());
    }
    crossings.nodes.push_back(points[number]);
  }
  return crossings;
}

std::vector<StreetsBuilder::Piece> StreetsBuilder::cut_way(std::size_t way,
                                                           Crossings const& crossings) const {
  auto const& [first, use, name, id, millimetres] = ways_[way];
  auto const place = [&](std::size_t at) {
    auto const crossing = crossings.at_reference[at];
    return crossing == no_crossing ? references_[at].at : crossings.nodes[crossing];
  };
  std::vector<Piece> pieces;
  double metres = 0;
  std::size_t begin = first;
  for (std::size_t at = first + 1; at < first + references(way).size(); ++at) {
    metres += distance(place(at - 1), place(at)).value;
    if (crossings.at_reference[at] == no_crossing) continue;
    pieces.push_back(
        {way, begin, at,
         Edge{Index<Node>(crossings.at_reference[begin]), Index<Node>(crossings.at_reference[at]),
              millimetres.value_or(whole_millimetres(metres)), name, use}});
    begin = at;
    metres = 0;
  }
  return pieces;
}

std::vector<StreetsBuilder::Piece> StreetsBuilder::cut(Crossings const& crossings) const {
  std::vector<Piece> pieces;
  for (std::size_t way = 0; way < ways_.size(); ++way) {
    auto of_way = cut_way(way, crossings);
    share_crossing(of_way);
    pieces.insert(pieces.end(), of_way.begin(), of_way.end());
  }
  std::ranges::stable_sort(pieces, {},
                           [](Piece const& piece) { return std::tie(piece.edge.from, piece.edge.to); });
  return pieces;
}

std::vector<Signals> StreetsBuilder::signals_at(Crossings const& crossings) const {
  std::vector<Signals> signals;
  if (signals_.empty()) return signals;
  signals.resize(crossings.nodes.size());
  for (std::size_t at = 0; at < references_.size(); ++at) {
    auto const crossing = crossings.at_reference[at];
    auto const found = crossing == no_crossing ? signals_.end() : signals_.find(references_[at].node);
    if (found != signals_.end()) signals[crossing] = found->second;
  }
  if (std::ranges::all_of(signals, &Signals::none)) signals.clear();
  return signals;
}

// What is said of ways, in the edges that they became.
class StreetsBuilder::Bans {
 public:
  Bans(StreetsBuilder const& builder, std::vector<Piece> const& pieces) : builder_(builder) {
    for (auto const& ban : builder.bans_) {
      for (auto const way : {ban.from_way, ban.to_way}) edges_of_[way];
      at_node_[ban.node];
    }
    for (std::size_t at = 0; at < pieces.size(); ++at) look_at(pieces[at], Index<Edge>(at));
  }

  std::vector<TurnBan> found() const {
    std::vector<TurnBan> found;
    for (auto const& ban : builder_.bans_) {
      auto const& [node, edges] = at_node_.at(ban.node);
      auto const from = only_one(ban.from_way, edges), to = only_one(ban.to_way, edges);
      if (!from || !to) continue;
      for (auto const edge : edges) {
        if (edge != *from && (edge == *to) != ban.only_that) found.push_back({*from, node, edge});
      }
    }
    return found;
  }

 private:
  struct Junction {
    Index<Node> node;
    std::vector<Index<Edge>> edges;
  };

  void look_at(Piece const& piece, Index<Edge> edge) {
    auto const way = edges_of_.find(builder_.ways_[piece.way].id);
    if (way != edges_of_.end()) way->second.push_back(edge);
    for (auto const& [reference, node] :
         {std::pair(piece.first, piece.edge.from), {piece.last, piece.edge.to}}) {
      auto const junction = at_node_.find(builder_.references_[reference].node);
      if (junction == at_node_.end()) continue;
      junction->second.node = node;
      junction->second.edges.push_back(edge);
    }
  }

  // Of a way that goes through the junction one cannot say which side is meant.
  std::optional<Index<Edge>> only_one(std::int64_t way, std::vector<Index<Edge>> const& edges) const {
    std::optional<Index<Edge>> found;
    for (auto const edge : edges_of_.at(way)) {
      if (std::ranges::find(edges, edge) == edges.end()) continue;
      if (found) return std::nullopt;
      found = edge;
    }
    return found;
  }

  StreetsBuilder const& builder_;
  std::unordered_map<std::int64_t, std::vector<Index<Edge>>> edges_of_;  // by way
  std::unordered_map<std::int64_t, Junction> at_node_;
};

StreetColumns StreetsBuilder::lay_out(Crossings crossings, std::vector<Piece> const& pieces) && {
  StreetColumns columns{.first_letter = std::move(first_letter_), .letters = std::move(letters_)};
  for (auto const& piece : pieces) {
    columns.edges.push_back(piece.edge);
    columns.points.push_back(crossings.nodes[piece.edge.from.value()]);
    for (std::size_t at = piece.first + 1; at < piece.last; ++at) {
      columns.points.push_back(references_[at].at);
    }
    columns.points.push_back(crossings.nodes[piece.edge.to.value()]);
    columns.first_point.push_back(static_cast<std::uint32_t>(columns.points.size()));
  }
  columns.signals = signals_at(crossings);
  columns.nodes = std::move(crossings.nodes);
  return columns;
}

Streets StreetsBuilder::build() && {
  auto crossings = find_crossings();
  auto const pieces = cut(crossings);
  auto const bans = bans_.empty() ? std::vector<TurnBan>{} : Bans(*this, pieces).found();
  auto streets = Streets::of(ban_turns(std::move(*this).lay_out(std::move(crossings), pieces), bans));
  check(streets.has_value(), "the builder makes consistent columns");
  return *std::move(streets);
}

}  // namespace wegwijzer
