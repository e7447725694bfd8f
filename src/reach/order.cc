// SPDX-License-Identifier: EUPL-1.2
#include "reach/order.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <condition_variable>
#include <deque>
#include <limits>
#include <mutex>
#include <numbers>
#include <numeric>
#include <optional>
#include <utility>

#include "reach/parallel.h"
#include "reach/separator.h"

namespace wegwijzer {

namespace {

using Nodes = std::vector<std::uint32_t>;

constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();
// So few nodes are put in order by how many neighbours they have left.
constexpr std::size_t smallest_cut = 8;

// Along the equator and the meridian in the same unit, near the middle of the map.
std::vector<FlatPoint> flattened(std::span<GeoPoint const> points) {
  std::vector<FlatPoint> flat;
  flat.reserve(points.size());
  double north = 0;
  for (auto const point : points) north += point.latitude;
  double const latitude = points.empty() ? 0 : north / static_cast<double>(points.size()) * 1e-7;
  double const narrower = std::cos(latitude * std::numbers::pi / 180);
  for (auto const point : points) {
    flat.push_back({static_cast<std::int32_t>(std::lround(point.longitude * narrower)), point.latitude});
  }
  return flat;
}

// Part of a graph: node n of the part is node nodes[n] of the whole.
struct Part {
  Nodes nodes;
  Skeleton graph;
  std::vector<FlatPoint> points;
};

// The chosen nodes and the links between them. `number` is room of one word a node.
Part part_of(Part const& whole, Nodes const& chosen, Nodes& number) {
  Part part;
  std::vector<Skeleton::Link> links;
  for (std::size_t at = 0; at < chosen.size(); ++at) number[chosen[at]] = static_cast<std::uint32_t>(at);
  for (std::size_t at = 0; at < chosen.size(); ++at) {
    part.nodes.push_back(whole.nodes[chosen[at]]);
    part.points.push_back(whole.points[chosen[at]]);
    for (auto const neighbour : whole.graph.neighbours(chosen[at])) {
      auto const other = number[neighbour];
      if (other != nowhere && other > at) links.emplace_back(at, other);
    }
  }
  for (auto const node : chosen) number[node] = nowhere;
  part.graph = Skeleton(chosen.size(), links);
  return part;
}

// Dead ends first, from their far end inwards: each then has one neighbour left, and nothing is added.
class DeadEnds {
 public:
  explicit DeadEnds(Skeleton const& graph) : graph_(graph), degree_(graph.size()), gone_(graph.size()) {
    for (std::uint32_t node = 0; node < graph.size(); ++node) {
      degree_[node] = static_cast<std::uint32_t>(graph.neighbours(node).size());
    }
  }

  void put_first(Nodes& order) {
    for (std::uint32_t node = 0; node < graph_.size(); ++node) {
      for (auto end = node; end != nowhere && !gone_[end] && degree_[end] <= 1;) end = take(end, order);
    }
  }

  std::uint32_t degree(std::uint32_t node) const { return degree_[node]; }

  bool gone(std::uint32_t node) const { return gone_[node]; }

 private:
  // The neighbour that it leads to, which may be the end now.
  std::uint32_t take(std::uint32_t node, Nodes& order) {
    gone_[node] = true;
    order.push_back(node);
    auto onwards = nowhere;
    for (auto const neighbour : graph_.neighbours(node)) {
      if (gone_[neighbour]) continue;
      --degree_[neighbour];
      onwards = neighbour;
    }
    return onwards;
  }

  Skeleton const& graph_;
  std::vector<std::uint32_t> degree_;
  std::vector<bool> gone_;
};

// Then the nodes of a street between two crossings: each has two neighbours left, which are linked instead.
// The middle of a street comes last, so that few steps lead from anywhere on it to its ends.
class Chains {
 public:
  Chains(Skeleton const& graph, DeadEnds const& ends) : graph_(graph), ends_(ends), done_(graph.size()) {}

  // Puts them in order; what is left is linked as if they had been contracted.
  std::vector<Skeleton::Link> put_next(Nodes& order) {
    std::vector<Skeleton::Link> links;
    for (std::uint32_t node = 0; node < graph_.size(); ++node) {
      if (!stays(node)) continue;
      for (auto const neighbour : graph_.neighbours(node)) {
        if (!ends_.gone(neighbour)) links.emplace_back(node, follow(node, neighbour, order));
      }
    }
    return links;
  }

  // A crossing; of a ring without any, every node stays.
  bool stays(std::uint32_t node) const { return !ends_.gone(node) && ends_.degree(node) != 2; }

  bool done(std::uint32_t node) const { return done_[node]; }

 private:
  std::uint32_t follow(std::uint32_t from, std::uint32_t node, Nodes& order) {
    chain_.clear();
    for (auto before = from; !stays(node);) {
      chain_.push_back(node);
      before = std::exchange(node, onwards(node, before));
    }
    if (!chain_.empty() && !done_[chain_.front()]) {
      for (auto const at : chain_) done_[at] = true;
      put_middle_last(chain_, order);
    }
    return node;
  }

  std::uint32_t onwards(std::uint32_t node, std::uint32_t before) const {
    for (auto const neighbour : graph_.neighbours(node)) {
      if (!ends_.gone(neighbour) && neighbour != before) return neighbour;
    }
    return before;  // to and fro between two crossings: the graph has no doubles, so this is a loop of one
                    // street
  }

  static void put_middle_last(std::span<std::uint32_t const> chain, Nodes& order) {
    if (chain.empty()) return;
    auto const middle = chain.size() / 2;
    put_middle_last(chain.first(middle), order);
    put_middle_last(chain.subspan(middle + 1), order);
    order.push_back(chain[middle]);
  }

  Skeleton const& graph_;
  DeadEnds const& ends_;
  std::vector<bool> done_;
  Nodes chain_;
};

// Cuts parts in two until they are small. A part owns as many places of the order as it has nodes: what lies
// between its sides takes the last of them, so the order does not depend on who does which part when.
class Dissection {
 public:
  Dissection(std::span<std::uint32_t> places, WorkDone const& told) : places_(places), told_(told) {}

  void run(Part whole, unsigned threads) {
    waiting_.push_back({std::move(whole), 0});
    unfinished_ = 1;
    in_parallel(threads, threads, [this](unsigned, std::size_t) { work(); });
  }

 private:
  static constexpr std::size_t worth_sharing = 2'000;  // nodes; smaller parts are finished by who has them

  struct Task {
    Part part;
    std::size_t place = 0;
  };

  void work() {
    while (auto task = take()) {
      Nodes room(task->part.nodes.size(), nowhere);
      try {
        dissect(std::move(task->part), task->place, room);
      } catch (...) {
        finish(true);
        throw;
      }
      finish(false);
    }
  }

  std::optional<Task> take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !waiting_.empty() || unfinished_ == 0; });
    if (waiting_.empty()) return std::nullopt;
    auto task = std::move(waiting_.front());
    waiting_.pop_front();
    return task;
  }

  void finish(bool give_up) {
    std::scoped_lock const lock(mutex_);
    unfinished_ = give_up ? 0 : unfinished_ - std::min<std::size_t>(unfinished_, 1);
    if (give_up) waiting_.clear();
    if (unfinished_ == 0) changed_.notify_all();
  }

  void share(Part part, std::size_t place, Nodes& room) {
    if (part.nodes.size() < worth_sharing) return dissect(std::move(part), place, room);
    std::scoped_lock const lock(mutex_);
    waiting_.push_back({std::move(part), place});
    ++unfinished_;
    changed_.notify_one();
  }

  // `place`: the first place of the part.
  void dissect(Part part, std::size_t place, Nodes& room) {
    auto const pieces = connected_pieces(part.graph);
    if (pieces.size() > 1) {
      for (auto const& piece : pieces) {
        share(part_of(part, piece, room), place, room);
        place += piece.size();
      }
      return;
    }
    if (part.nodes.size() <= smallest_cut) return by_degree(part, place);
    cut(part, place, room);
  }

  void cut(Part& part, std::size_t place, Nodes& room) {
    auto const sides = separate(part.graph, part.points);
    std::array<Nodes, 3> on;
    for (std::uint32_t node = 0; node < sides.size(); ++node) {
      on[static_cast<std::size_t>(sides[node])].push_back(node);
    }
    auto const& [left, right, between] = on;
    if (left.empty() || right.empty()) return by_degree(part, place);
    put(part, between, place + left.size() + right.size());
    auto right_part = part_of(part, right, room);
    auto left_part = part_of(part, left, room);
    part = {};  // memory is given back on the way down
    share(std::move(right_part), place + left.size(), room);
    share(std::move(left_part), place, room);
  }

  void put(Part const& part, Nodes const& nodes, std::size_t place) {
    for (auto const node : nodes) places_[place++] = part.nodes[node];
    if (told_) told_(nodes.size());
  }

  // The node with the fewest neighbours first; its neighbours are linked (D. Rose, 1972).
  void by_degree(Part const& part, std::size_t place) {
    std::vector<std::vector<bool>> linked(part.nodes.size(), std::vector<bool>(part.nodes.size()));
    for (std::size_t node = 0; node < part.nodes.size(); ++node) {
      for (auto const neighbour : part.graph.neighbours(node)) linked[node][neighbour] = true;
    }
    Nodes left(part.nodes.size()), order;
    std::iota(left.begin(), left.end(), 0U);
    while (!left.empty()) {
      auto const least = std::ranges::min_element(left, {}, [&](auto node) {
        return std::ranges::count_if(left, [&](auto other) { return bool{linked[node][other]}; });
      });
      auto const node = *least;
      left.erase(least);
      order.push_back(node);
      for (auto const a : left) {
        for (auto const b : left) {
          if (a != b && linked[node][a] && linked[node][b]) linked[a][b] = true;
        }
      }
    }
    put(part, order, place);
  }

  static std::vector<Nodes> connected_pieces(Skeleton const& graph) {
    std::vector<Nodes> pieces;
    std::vector<bool> seen(graph.size());
    for (std::uint32_t node = 0; node < graph.size(); ++node) {
      if (seen[node]) continue;
      seen[node] = true;
      Nodes piece{node};
      for (std::size_t at = 0; at < piece.size(); ++at) {
        for (auto const neighbour : graph.neighbours(piece[at])) {
          if (!seen[neighbour]) piece.push_back(neighbour);
          seen[neighbour] = true;
        }
      }
      pieces.push_back(std::move(piece));
    }
    return pieces;
  }

  std::span<std::uint32_t> places_;
  WorkDone const& told_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Task> waiting_;
  std::size_t unfinished_ = 0;
};

// What is left when dead ends and chains are gone.
Part crossings(Skeleton const& graph, std::span<GeoPoint const> points, DeadEnds const& ends,
               Chains const& chains, std::vector<Skeleton::Link> links) {
  auto const flat = flattened(points);
  Part part;
  Nodes number(graph.size(), nowhere);
  for (std::uint32_t node = 0; node < graph.size(); ++node) {
    if (ends.gone(node) || chains.done(node)) continue;
    number[node] = static_cast<std::uint32_t>(part.nodes.size());
    part.nodes.push_back(node);
    part.points.push_back(flat[node]);
    if (chains.stays(node)) continue;
    for (auto const neighbour : graph.neighbours(node)) {  // a ring without a crossing
      if (!ends.gone(neighbour)) links.emplace_back(node, neighbour);
    }
  }
  for (auto& [a, b] : links) a = number[a], b = number[b];
  part.graph = Skeleton(part.nodes.size(), links);
  return part;
}

}  // namespace

std::vector<std::uint32_t> contraction_order(Skeleton const& graph, std::span<GeoPoint const> points,
                                             unsigned threads, WorkDone const& told) {
  Nodes order;
  order.reserve(graph.size());
  DeadEnds ends(graph);
  ends.put_first(order);
  Chains chains(graph, ends);
  auto links = chains.put_next(order);
  if (told) told(order.size());
  auto part = crossings(graph, points, ends, chains, std::move(links));
  auto const first = order.size();
  order.resize(graph.size());
  if (!part.nodes.empty()) Dissection(std::span(order).subspan(first), told).run(std::move(part), threads);
  return order;
}

}  // namespace wegwijzer
