// SPDX-License-Identifier: EUPL-1.2
// Travel::within (streets/travel.h) written as well as we can for one purpose: arcs with their times side by
// side, nodes numbered at will, any queue. They say whether Travel is a baseline that proves something.
#pragma once

#include <algorithm>
#include <functional>
#include <queue>
#include <span>
#include <vector>

#include "streets/bucket_queue.h"
#include "streets/search.h"
#include "streets/travel.h"

namespace wegwijzer {

using QueueEntry = std::uint64_t;  // time, then node

class StandardQueue {
 public:
  explicit StandardQueue(std::uint32_t) {}

  bool empty() const { return queue_.empty(); }

  void rewind() {}

  void push(std::uint32_t time, std::uint32_t node) { queue_.push(QueueEntry{time} << 32U | node); }

  BucketQueue::Label pop() {
    auto const top = queue_.top();
    queue_.pop();
    return {static_cast<std::uint32_t>(top >> 32U), static_cast<std::uint32_t>(top)};
  }

 private:
  std::priority_queue<QueueEntry, std::vector<QueueEntry>, std::greater<>> queue_;
};

// Four children a parent: half the levels, and the four lie together (D. Johnson, Inf. Process. Lett. 4,
// 1975).
class FourfoldHeap {
 public:
  explicit FourfoldHeap(std::uint32_t) {}

  bool empty() const { return entries_.empty(); }

  void rewind() {}

  void push(std::uint32_t time, std::uint32_t node) {
    auto const entry = QueueEntry{time} << 32U | node;
    auto at = entries_.size();
    entries_.push_back(entry);
    for (; at > 0 && entries_[(at - 1) / 4] > entry; at = (at - 1) / 4) entries_[at] = entries_[(at - 1) / 4];
    entries_[at] = entry;
  }

  BucketQueue::Label pop() {
    auto const top = entries_.front(), last = entries_.back();
    entries_.pop_back();
    if (!entries_.empty()) sink(last);
    return {static_cast<std::uint32_t>(top >> 32U), static_cast<std::uint32_t>(top)};
  }

 private:
  void sink(QueueEntry entry) {
    std::size_t at = 0;
    for (auto first = at * 4 + 1; first < entries_.size(); first = at * 4 + 1) {
      auto least = first;
      for (auto child = first + 1; child < std::min(first + 4, entries_.size()); ++child)
        least = entries_[child] < entries_[least] ? child : least;
      if (entries_[least] >= entry) break;
      entries_[at] = entries_[least];
      at = least;
    }
    entries_[at] = entry;
  }

  std::vector<QueueEntry> entries_;
};

// Streets, times and destinations with nodes numbered as `number` says.
class FlatNetwork {
 public:
  struct Arc {
    std::uint32_t target = 0;
    std::uint32_t time = 0;
  };

  FlatNetwork(Destinations const& destinations, std::vector<std::uint32_t> number)
      : destinations_(destinations), number_(std::move(number)) {
    auto const& times = destinations.times();
    std::vector<std::uint32_t> node(number_.size());
    for (std::uint32_t at = 0; at < number_.size(); ++at) node[number_[at]] = at;
    for (auto const at : node) {
      auto const arcs = times.streets().arcs(Index<Node>(at));
      for (std::size_t arc = 0; arc < arcs.size(); ++arc) {
        auto const time = times.times_from(Index<Node>(at))[arc];
        if (time != never)
          arcs_.push_back({number_[arcs[arc].target().value()], static_cast<std::uint32_t>(time.count())});
      }
      std::ranges::copy(destinations.from_node(Index<Node>(at)), std::back_inserter(approaches_));
      first_.push_back(
          {static_cast<std::uint32_t>(arcs_.size()), static_cast<std::uint32_t>(approaches_.size())});
    }
  }

  std::span<Arc const> arcs(std::uint32_t node) const {
    return std::span(arcs_).subspan(first_[node].arc, first_[node + 1].arc - first_[node].arc);
  }

  std::span<Destinations::Approach const> approaches(std::uint32_t node) const {
    return std::span(approaches_)
        .subspan(first_[node].approach, first_[node + 1].approach - first_[node].approach);
  }

  std::uint32_t number(Index<Node> node) const { return number_[node.value()]; }

  Destinations const& destinations() const { return destinations_; }

  std::size_t size() const { return number_.size(); }

 private:
  struct First {
    std::uint32_t arc = 0;
    std::uint32_t approach = 0;
  };

  Destinations const& destinations_;
  std::vector<std::uint32_t> number_;
  std::vector<First> first_{{}};
  std::vector<Arc> arcs_;
  std::vector<Destinations::Approach> approaches_;
};

template <class Queue>
class BoundedDijkstra {
 public:
  explicit BoundedDijkstra(FlatNetwork const& network)
      : network_(network),
        labels_(network.size(), unreached),
        best_(network.destinations().size(), unreached),
        queue_(static_cast<std::uint32_t>(network.destinations().times().longest().count())) {}

  std::span<Hit const> within(Place const& home, Minutes budget) {
    auto const& destinations = network_.destinations();
    auto const& times = destinations.times();
    auto const limit = time_under_way(budget, times.pace()) - home.connector;
    hits_.clear();
    if (limit < Tenths(0)) return hits_;
    bound_ = static_cast<std::uint32_t>(limit.count());
    for (auto const& [destination, place] : destinations.on_edge(home.edge)) {
      auto const time = time_on_shared_edge(times, home, place);
      if (time != never) reach(destination, time + place.connector);
    }
    auto const& edge = times.streets().edge(home.edge);
    improve(network_.number(edge.to), static_cast<std::uint32_t>(time_to_end(times, home, true).count()));
    improve(network_.number(edge.from), static_cast<std::uint32_t>(time_to_end(times, home, false).count()));
    run();
    auto const before = times.pace().start_up + home.connector;
    for (auto& [destination, time] : hits_) {
      auto& best = best_[destination.value()];
      time = before + Tenths(static_cast<std::int32_t>(best));
      best = unreached;
    }
    std::ranges::sort(hits_, {}, &Hit::destination);
    return hits_;
  }

 private:
  static constexpr std::uint32_t unreached = ~0U;

  void run() {
    while (!queue_.empty()) {
      auto const [time, node] = queue_.pop();
      if (time != labels_[node]) continue;
      for (auto const& [destination, last] : network_.approaches(node))
        reach(destination, Tenths(static_cast<std::int32_t>(time)) + last);
      for (auto const& arc : network_.arcs(node)) improve(arc.target, time + arc.time);
    }
    for (auto const node : touched_) labels_[node] = unreached;
    touched_.clear();
    queue_.rewind();
  }

  void reach(Index<Destination> destination, Tenths tenths) {
    auto const time = static_cast<std::uint32_t>(tenths.count());
    if (time > bound_) return;
    auto& best = best_[destination.value()];
    if (best == unreached) hits_.push_back({destination, {}});
    best = std::min(best, time);
  }

  void improve(std::uint32_t node, std::uint32_t time) {
    auto& label = labels_[node];
    if (time > bound_ || time >= label) return;
    if (label == unreached) touched_.push_back(node);
    label = time;
    queue_.push(time, node);
  }

  FlatNetwork const& network_;
  std::vector<std::uint32_t> labels_;
  std::vector<std::uint32_t> best_;  // by destination
  std::vector<std::uint32_t> touched_;
  Queue queue_;
  std::vector<Hit> hits_;
  std::uint32_t bound_ = 0;
};

}  // namespace wegwijzer
