// SPDX-License-Identifier: EUPL-1.2
// The shortest times from one place to the nodes around it (E. Dijkstra, Numer. Math. 1, 1959), within a
// bound. A workspace: one per thread, it keeps its memory.
#pragma once

#include <limits>
#include <vector>

#include "streets/bucket_queue.h"
#include "streets/snap.h"

namespace wegwijzer {

// From a position on an edge to an end of it, or the other way; `never` where one may not pass.
Tenths time_to_end(TravelTimes const& times, Place const& place, bool forward);
Tenths time_from_begin(TravelTimes const& times, Place const& place, bool forward);

// Straight along the edge that two places share; `never` when they share none or one may not pass that way.
Tenths time_on_shared_edge(TravelTimes const& times, Place const& from, Place const& to);

class Search {
 public:
  static constexpr std::uint32_t unreached = std::numeric_limits<std::uint32_t>::max();

  explicit Search(TravelTimes const& times)
      : times_(&times),
        labels_(times.streets().node_count(), unreached),
        queue_(static_cast<std::uint32_t>(times.longest().count())) {}

  TravelTimes const& times() const { return *times_; }

  // Tenths from the place of the last run, exact for nodes within its bound.
  std::uint32_t label(Index<Node> node) const { return labels_[node.value()]; }

  // Calls visit(node, tenths) for every node that lies within the bound, the last time with its exact time.
  // `visit` returns the bound from then on, which may only shrink. The connector of the place does not count.
  template <class Visit>
  void run(Place const& from, Tenths bound, Visit visit) {
    auto limit = static_cast<std::uint32_t>(bound.count());
    forget();
    begin_at(from, limit);
    while (!queue_.empty()) {
      auto const [time, node] = queue_.pop();
      if (time != labels_[node] || time > limit) continue;
      limit = visit(Index<Node>(node), time);
      relax(Index<Node>(node), time, limit);
    }
  }

 private:
  void forget() {
    for (auto const node : touched_) labels_[node] = unreached;
    touched_.clear();
    queue_.rewind();
  }

  void begin_at(Place const& from, std::uint32_t limit) {
    auto const& edge = times_->streets().edge(from.edge);
    improve(edge.to, static_cast<std::uint32_t>(time_to_end(*times_, from, true).count()), limit);
    improve(edge.from, static_cast<std::uint32_t>(time_to_end(*times_, from, false).count()), limit);
  }

  void relax(Index<Node> node, std::uint32_t time, std::uint32_t limit) {
    auto const arcs = times_->streets().arcs(node);
    auto const times = times_->times_from(node);
    // `never` is later than any limit, and the sum of a limit and `never` fits.
    for (std::size_t at = 0; at < arcs.size(); ++at) {
      improve(arcs[at].target(), time + static_cast<std::uint32_t>(times[at].count()), limit);
    }
  }

  void improve(Index<Node> node, std::uint32_t time, std::uint32_t limit) {
    auto& label = labels_[node.value()];
    if (time > limit || time >= label) return;
    if (label == unreached) touched_.push_back(static_cast<std::uint32_t>(node.value()));
    label = time;
    queue_.push(time, static_cast<std::uint32_t>(node.value()));
  }

  TravelTimes const* times_;
  std::vector<std::uint32_t> labels_;
  std::vector<std::uint32_t> touched_;
  BucketQueue queue_;
};

}  // namespace wegwijzer
