// SPDX-License-Identifier: EUPL-1.2
// The ranks that matter to a journey: those to which the way upward from a place is the shortest way of all,
// or from which it is, within a bound (R. Geisberger and others, Transp. Sci. 46, 2012; a label that a way
// down from a higher rank shows to be too long is dropped, "stall on demand"). A workspace: one per thread,
// it keeps its memory.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "reach/hierarchy.h"

namespace wegwijzer {

class UpwardSearch {
 public:
  struct Start {
    Rank rank = 0;
    std::uint32_t time = 0;
  };

  explicit UpwardSearch(std::size_t ranks) : labels_(ranks, unreached) {}

  // Calls visit(rank, time) in the order of time; `visit` returns the bound from then on, which may only
  // shrink. `up` leads onwards, `down` the opposite way.
  template <class Visit>
  void run(UpwardLinks const& up, UpwardLinks const& down, std::span<Start const> starts, std::uint32_t bound,
           Visit visit) {
    for (auto const& [rank, start] : starts) {
      if (start <= bound) improve(rank, start);
    }
    while (!queue_.empty()) {
      auto const [time, rank] = pop();
      if (time > bound || time != labels_[rank] || is_too_long(down.up(rank), time)) continue;
      bound = visit(rank, time);
      for (auto const& link : up.up(rank)) {
        if (time + link.time > bound) break;
        improve(link.head, time + link.time);
      }
    }
    for (auto const rank : touched_) labels_[rank] = unreached;
    touched_.clear();
  }

 private:
  static constexpr std::uint32_t unreached = std::numeric_limits<std::uint32_t>::max();

  bool is_too_long(std::span<UpwardLinks::Link const> links, std::uint32_t time) const {
    for (auto const& link : links) {
      if (link.time >= time) break;
      if (labels_[link.head] < time - link.time) return true;
    }
    return false;
  }

  void improve(Rank rank, std::uint32_t time) {
    auto& label = labels_[rank];
    if (time >= label) return;
    if (label == unreached) touched_.push_back(rank);
    label = time;
    queue_.push_back(std::uint64_t{time} << 32U | rank);
    std::ranges::push_heap(queue_, std::greater());
  }

  std::pair<std::uint32_t, Rank> pop() {
    std::ranges::pop_heap(queue_, std::greater());
    auto const label = queue_.back();
    queue_.pop_back();
    return {static_cast<std::uint32_t>(label >> 32U), static_cast<Rank>(label)};
  }

  std::vector<std::uint32_t> labels_;
  std::vector<Rank> touched_;
  std::vector<std::uint64_t> queue_;
};

}  // namespace wegwijzer
