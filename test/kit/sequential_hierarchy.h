// SPDX-License-Identifier: EUPL-1.2
// A contraction hierarchy made the other way, for one profile and by one thread: the node that adds the
// fewest links first, only links that no other way makes needless (R. Geisberger, P. Sanders, D. Schultes and
// D. Delling, "Contraction hierarchies", WEA 2008). It answers as the customised one must, and says what
// making that one is worth.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <numeric>
#include <span>
#include <vector>

#include "reach/hierarchy.h"

namespace wegwijzer {

class SequentialContracting {
 public:
  explicit SequentialContracting(TravelTimes const& times)
      : links_(times.streets().node_count()), depth_(links_.size()), label_(links_.size(), closed) {
    take_times(times);
  }

  // All nodes, one after the other.
  void run() {
    std::vector<Entry> queue;
    for (std::uint32_t node = 0; node < links_.size(); ++node) queue.push_back({priority(node), node});
    std::ranges::make_heap(queue, std::greater());
    while (!queue.empty()) {
      std::ranges::pop_heap(queue, std::greater());
      auto const node = queue.back().second;
      queue.pop_back();
      // A priority may have grown since; it is worked out again before the node's turn comes.
      if (Entry const now{priority(node), node}; !queue.empty() && now > queue.front()) {
        queue.push_back(now);
        std::ranges::push_heap(queue, std::greater());
      } else {
        contract(node);
      }
    }
  }

  std::span<std::uint32_t const> order() const { return order_; }

  struct Link {
    std::uint32_t node = 0;
    std::uint32_t away = closed;     // to that node
    std::uint32_t towards = closed;  // from it
  };

  static constexpr auto closed = static_cast<std::uint32_t>(never.count());  // two of these add up

  std::size_t link_count() const {
    return std::transform_reduce(
        links_.begin(), links_.end(), std::size_t{0}, std::plus(), [](auto const& links) {
          return static_cast<std::size_t>(
              std::ranges::count_if(links, [](Link const& link) { return link.away < closed; }));
        });
  }

  // Of a node that is gone: to those that went after it.
  std::span<Link const> up(std::uint32_t node) const { return links_[node]; }

 private:
  using Entry = std::pair<std::int32_t, std::uint32_t>;
  static constexpr std::size_t enough_looked_at = 64;  // nodes, in the search for another way

  struct Shortcut {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    std::uint32_t time = 0;
  };

  void take_times(TravelTimes const& times) {
    for (std::uint32_t node = 0; node < links_.size(); ++node) {
      auto const arcs = times.streets().arcs(Index<Node>(node));
      for (std::size_t at = 0; at < arcs.size(); ++at) {
        auto const time = times.times_from(Index<Node>(node))[at];
        if (time != never)
          add({node, static_cast<std::uint32_t>(arcs[at].target().value()),
               static_cast<std::uint32_t>(time.count())});
      }
    }
  }

  Link& link(std::uint32_t from, std::uint32_t to) {
    auto& links = links_[from];
    auto const found = std::ranges::find(links, to, &Link::node);
    return found != links.end() ? *found : links.emplace_back(Link{to});
  }

  void add(Shortcut const& shortcut) {
    if (shortcut.from == shortcut.to) return;
    auto& there = link(shortcut.from, shortcut.to).away;
    auto& back = link(shortcut.to, shortcut.from).towards;
    there = back = std::min(there, shortcut.time);
  }

  // More links added than taken away, and few on top of each other.
  std::int32_t priority(std::uint32_t node) {
    find_shortcuts(node);
    std::int32_t taken = 0;
    for (auto const& link : links_[node]) taken += (link.away < closed) + (link.towards < closed);
    return 2 * (static_cast<std::int32_t>(shortcuts_.size()) - taken) + depth_[node];
  }

  void find_shortcuts(std::uint32_t node) {
    shortcuts_.clear();
    for (auto const& in : links_[node]) {
      if (in.towards == closed) continue;
      std::uint32_t farthest = 0;
      for (auto const& out : links_[node])
        if (out.node != in.node && out.away < closed) farthest = std::max(farthest, out.away);
      if (farthest == 0) continue;
      look_around(in.node, node, in.towards + farthest);
      for (auto const& out : links_[node]) {
        if (out.node == in.node || out.away == closed) continue;
        if (label_[out.node] > in.towards + out.away)
          shortcuts_.push_back({in.node, out.node, in.towards + out.away});
      }
    }
    forget();
  }

  // Leaves in label_ how soon the nodes around are reached without passing `avoided`: what was looked at
  // exactly, what lies further at most so late.
  void look_around(std::uint32_t from, std::uint32_t avoided, std::uint32_t bound) {
    forget();
    heap_.clear();
    improve(from, 0);
    for (std::size_t looked_at = 0; !heap_.empty() && looked_at < enough_looked_at; ++looked_at) {
      std::ranges::pop_heap(heap_, std::greater());
      auto const [time, node] = heap_.back();
      heap_.pop_back();
      if (time != label_[node]) continue;
      if (time > bound) return;
      for (auto const& link : links_[node])
        if (link.away < closed && link.node != avoided && time + link.away <= bound)
          improve(link.node, time + link.away);
    }
  }

  void improve(std::uint32_t node, std::uint32_t time) {
    if (time >= label_[node]) return;
    if (label_[node] == closed) touched_.push_back(node);
    label_[node] = time;
    heap_.emplace_back(time, node);
    std::ranges::push_heap(heap_, std::greater());
  }

  void forget() {
    for (auto const node : touched_) label_[node] = closed;
    touched_.clear();
  }

  void contract(std::uint32_t node) {
    find_shortcuts(node);
    for (auto const& link : links_[node]) {
      std::erase_if(links_[link.node], [&](Link const& back) { return back.node == node; });
      depth_[link.node] = std::max(depth_[link.node], depth_[node] + 1);
    }
    for (auto const& shortcut : shortcuts_) add(shortcut);
    order_.push_back(node);
  }

  std::vector<std::vector<Link>> links_;  // between nodes that are left
  std::vector<std::int32_t> depth_;
  std::vector<std::uint32_t> label_;
  std::vector<std::uint32_t> touched_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> heap_;
  std::vector<Shortcut> shortcuts_;
  std::vector<std::uint32_t> order_;
};

inline Hierarchy sequential_hierarchy(std::shared_ptr<TravelTimes const> times) {
  SequentialContracting contracting(*times);
  contracting.run();
  // The links it leaves are among all those that this order can ever need, whose ranks know what lies above.
  auto contraction =
      std::make_shared<Contraction const>(contract(skeleton(times->streets()), contracting.order()));
  auto const depth = depths(*contraction);
  std::vector<std::uint32_t> node_at(contraction->size());
  for (std::uint32_t node = 0; node < node_at.size(); ++node) node_at[contraction->rank[node]] = node;
  Hierarchy hierarchy{std::move(times), std::move(contraction)};
  for (auto const node : node_at) {
    for (auto const direction : {&SequentialContracting::Link::away, &SequentialContracting::Link::towards}) {
      for (auto const& link : contracting.up(node))
        if (link.*direction < SequentialContracting::closed)
          hierarchy.links.push_back({depth[hierarchy.contraction->rank[link.node]], link.*direction});
      std::sort(hierarchy.links.begin() + hierarchy.first.back(), hierarchy.links.end(), Hierarchy::quicker);
      hierarchy.first.push_back(static_cast<std::uint32_t>(hierarchy.links.size()));
    }
  }
  return hierarchy;
}

}  // namespace wegwijzer
