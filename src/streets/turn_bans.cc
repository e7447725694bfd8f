// SPDX-License-Identifier: EUPL-1.2
#include "streets/turn_bans.h"

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "streets/hilbert.h"
#include "streets/line.h"

namespace wegwijzer {

namespace {

constexpr std::uint32_t longest_stub = 10'000;  // millimetres
constexpr std::uint32_t of_edge = 4;            // at most so many parts of an edge go to each end of it

// One end of an edge.
struct End {
  Index<Edge> edge;
  bool last = false;  // of its line
  auto operator<=>(End const&) const = default;
};

struct Line {
  Edge edge;
  std::span<GeoPoint const> points;
};

// The edges that are cut, and the metres at their ends that became edges of their own.
class Splitting {
 public:
  explicit Splitting(StreetColumns columns)
      : old_(std::move(columns)), nodes_(old_.nodes), signals_(old_.signals) {}

  void ban(std::span<TurnBan const> bans) {
    for (auto const& ban : bans) ends_[ban.via];
    for (std::size_t at = 0; at < old_.edges.size(); ++at) {
      note_end(old_.edges[at].from, {Index<Edge>(at), false});
      note_end(old_.edges[at].to, {Index<Edge>(at), true});
    }
    std::map<std::pair<Index<Edge>, Index<Node>>, std::set<Index<Edge>>> banned;
    for (auto const& [from, via, to] : bans) {
      if (can_be_cut(from) && !is_loop(from)) banned[{from, via}].insert(to);
    }
    for (auto const& [approach, targets] : banned) split(approach.first, approach.second, targets);
  }

  StreetColumns columns() && {
    std::vector<Line> lines;
    for (std::size_t at = 0; at < old_.edges.size(); ++at) add_pieces(Index<Edge>(at), lines);
    for (auto& turn : turns_) lines.push_back(std::move(turn));
    return lay_out(std::move(lines));
  }

 private:
  void note_end(Index<Node> node, End const& end) {
    if (auto const junction = ends_.find(node); junction != ends_.end()) junction->second.push_back(end);
  }

  bool can_be_cut(Index<Edge> edge) const {
    auto const& [from, to, millimetres, name, use] = old_.edges[edge.value()];
    return millimetres >= of_edge && use.kind != StreetClass::ferry;
  }

  bool is_loop(Index<Edge> edge) const {
    return old_.edges[edge.value()].from == old_.edges[edge.value()].to;
  }

  std::span<GeoPoint const> line(Index<Edge> edge) const {
    auto const first = old_.first_point[edge.value()];
    return std::span(old_.points).subspan(first, old_.first_point[edge.value() + 1] - first);
  }

  std::span<GeoPoint const> part(Index<Edge> edge, Along from, Along to) {
    return parts_.emplace_back(part_of_line(line(edge), from, to));
  }

  void split(Index<Edge> from, Index<Node> via, std::set<Index<Edge>> const& banned) {
    auto const& ends = ends_.at(via);
    auto const arriving = std::ranges::find(ends, from, &End::edge);
    if (arriving == ends.end() || !rides(*arriving, true)) return;
    auto const junction = add_node(nodes_[via.value()], via);
    closed_.insert(*arriving);
    add_turn(*arriving, true, junction);
    for (auto const& leaving : ends) {
      bool const allowed = leaving.edge != from && !banned.contains(leaving.edge);
      if (allowed && rides(leaving, false)) add_turn(leaving, false, junction);
    }
  }

  // Towards the junction at this end, or away from it.
  bool rides(End const& end, bool towards) const {
    auto const& passage = old_.edges[end.edge.value()].use.passage;
    return end.last == towards ? passage.bike_forward : passage.bike_backward;
  }

  Index<Node> add_node(GeoPoint at, std::optional<Index<Node>> like) {
    nodes_.push_back(at);
    if (!signals_.empty()) signals_.push_back(like ? signals_[like->value()] : Signals{});
    return Index<Node>(nodes_.size() - 1);
  }

  std::uint32_t stub_size(Index<Edge> edge) const {
    return std::min(longest_stub, old_.edges[edge.value()].millimetres / of_edge);
  }

  Along cut_at(End const& end) const {
    auto const& edge = old_.edges[end.edge.value()];
    auto const parts = std::uint64_t{Along::whole} * stub_size(end.edge) / edge.millimetres;
    return Along{static_cast<std::uint32_t>(end.last ? Along::whole - parts : parts)};
  }

  // The node where that end of the edge is cut off.
  Index<Node> cut(End const& end) {
    if (auto const known = cuts_.find(end); known != cuts_.end()) return known->second;
    auto const at = part_of_line(line(end.edge), cut_at(end), cut_at(end)).front();
    return cuts_.emplace(end, add_node(at, std::nullopt)).first->second;
  }

  // A copy of the last metres at that end, between the cut and another junction, in one direction; of all of
  // it where it cannot be cut.
  void add_turn(End const& end, bool towards, Index<Node> junction) {
    auto turn = can_be_cut(end.edge) ? stub(end, cut(end)) : whole(end.edge);
    (end.last ? turn.edge.to : turn.edge.from) = junction;
    bool const along = end.last == towards;
    turn.edge.use.passage = {.bike_forward = along, .bike_backward = !along};
    turn.edge.use.turning = true;
    turns_.push_back(std::move(turn));
  }

  Line whole(Index<Edge> edge) const { return {old_.edges[edge.value()], line(edge)}; }

  Line stub(End const& end, Index<Node> cut_off) {
    Line stub{old_.edges[end.edge.value()], {}};
    stub.edge.millimetres = stub_size(end.edge);
    (end.last ? stub.edge.from : stub.edge.to) = cut_off;
    stub.points = end.last ? part(end.edge, cut_at(end), line_end) : part(end.edge, line_begin, cut_at(end));
    return stub;
  }

  void add_pieces(Index<Edge> edge, std::vector<Line>& lines) {
    Line middle{old_.edges[edge.value()], {}};
    auto begin = line_begin, last = line_end;
    for (End const end : {End{edge, false}, End{edge, true}}) {
      auto const cut_off = cuts_.find(end);
      if (cut_off == cuts_.end()) continue;
      lines.push_back(stub(end, cut_off->second));
      if (closed_.contains(end)) {
        auto& passage = lines.back().edge.use.passage;
        (end.last ? passage.bike_forward : passage.bike_backward) = false;
      }
      middle.edge.millimetres -= stub_size(edge);
      (end.last ? middle.edge.to : middle.edge.from) = cut_off->second;
      (end.last ? last : begin) = cut_at(end);
    }
    middle.points = begin == line_begin && last == line_end ? line(edge) : part(edge, begin, last);
    lines.push_back(std::move(middle));
  }

  // Nodes along the curve again, and edges by their nodes.
  StreetColumns lay_out(std::vector<Line> lines) {
    auto const order = order_along_curve(nodes_);
    std::vector<std::uint32_t> number(nodes_.size());
    StreetColumns columns{.first_letter = std::move(old_.first_letter), .letters = std::move(old_.letters)};
    for (std::uint32_t at = 0; at < order.size(); ++at) {
      number[order[at]] = at;
      columns.nodes.push_back(nodes_[order[at]]);
      if (!signals_.empty()) columns.signals.push_back(signals_[order[at]]);
    }
    for (auto& [edge, points] : lines) {
      edge.from = Index<Node>(number[edge.from.value()]);
      edge.to = Index<Node>(number[edge.to.value()]);
    }
    std::ranges::stable_sort(lines, {},
                             [](Line const& line) { return std::tie(line.edge.from, line.edge.to); });
    for (auto const& [edge, points] : lines) {
      columns.edges.push_back(edge);
      columns.points.push_back(columns.nodes[edge.from.value()]);
      columns.points.insert(columns.points.end(), points.begin() + 1, points.end() - 1);
      columns.points.push_back(columns.nodes[edge.to.value()]);
      columns.first_point.push_back(static_cast<std::uint32_t>(columns.points.size()));
    }
    return columns;
  }

  StreetColumns old_;
  std::vector<GeoPoint> nodes_;
  std::vector<Signals> signals_;
  std::map<Index<Node>, std::vector<End>> ends_;  // at the junctions with bans
  std::map<End, Index<Node>> cuts_;
  std::set<End> closed_;  // riders no longer get to the junction there
  std::vector<Line> turns_;
  std::deque<std::vector<GeoPoint>> parts_;  // of lines that are cut
};

}  // namespace

StreetColumns ban_turns(StreetColumns columns, std::span<TurnBan const> bans) {
  if (bans.empty()) return columns;
  Splitting splitting(std::move(columns));
  splitting.ban(bans);
  return std::move(splitting).columns();
}

}  // namespace wegwijzer
