// SPDX-License-Identifier: EUPL-1.2
#include "reach/upward_sweep.h"

#include <algorithm>
#include <functional>

namespace wegwijzer {

std::uint32_t UpwardSweep::slot_of(Rank rank) {
  auto& slot = slot_[rank];
  if (slot == none) {
    slot = static_cast<std::uint32_t>(slots_.size());
    slots_.push_back({rank, Lanes::unreached, Lanes{}});
    queue_.push_back(rank);
    std::ranges::push_heap(queue_, std::greater());
  }
  return slot;
}

Rank UpwardSweep::pop() {
  std::ranges::pop_heap(queue_, std::greater());
  auto const rank = queue_.back();
  queue_.pop_back();
  return rank;
}

std::span<UpwardSweep::Met const> UpwardSweep::run(UpwardLinks const& up, UpwardLinks const& down,
                                                   std::span<Start const> starts, std::uint32_t bound) {
  slots_.clear();
  met_.clear();
  for (auto const& [lane, rank, time] : starts) {
    if (time > bound) continue;
    auto& there = slots_[slot_of(rank)];
    there.lanes.time[lane] = std::min(there.lanes.time[lane], time);
    there.least = std::min(there.least, time);
  }
  climb(up, bound);
  drop_too_long(down, bound);
  for (auto const& there : met_) slot_[there.rank] = none;
  return met_;
}

WEGWIJZER_FOR_EACH_PROCESSOR
void UpwardSweep::climb(UpwardLinks const& up, std::uint32_t bound) {
  while (!queue_.empty()) {
    auto const rank = pop();
    auto const here = slots_[slot_[rank]];
    for (auto const& link : up.up(rank)) {
      if (here.least + link.time > bound) break;
      auto& there = slots_[slot_of(link.head)];
      there.lanes.improve(here.lanes, link.time);
      there.least = std::min(there.least, here.least + link.time);
    }
    slot_[rank] = static_cast<std::uint32_t>(met_.size());
    met_.push_back(here);
  }
}

// From the highest down: a way that goes up first and then down to the rank may be shorter.
WEGWIJZER_FOR_EACH_PROCESSOR
void UpwardSweep::drop_too_long(UpwardLinks const& down, std::uint32_t bound) {
  exact_.resize(std::max(exact_.size(), met_.size()));
  for (auto slot = met_.size(); slot-- > 0;) {
    auto& here = met_[slot];
    auto exact = here.lanes;
    for (auto const& link : down.up(here.rank)) {
      if (link.time >= bound) break;
      if (auto const above = slot_[link.head]; above != none) exact.improve(exact_[above], link.time);
    }
    exact_[slot] = exact;
    here.lanes.drop_above(exact);
  }
}

}  // namespace wegwijzer
