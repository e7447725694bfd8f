// SPDX-License-Identifier: EUPL-1.2
#include "reach/upward_sweep.h"

#include <algorithm>
#include <utility>

namespace wegwijzer {

namespace {

// Of a rank whose turn comes soon, so that they are there by then: the quickest both ways, with which a
// search begins.
[[gnu::always_inline]] inline void ask_for_links(Hierarchy const& hierarchy, Rank rank, Upward direction) {
  constexpr std::ptrdiff_t in_line = 64 / sizeof(Hierarchy::Link);
  auto const* const links = hierarchy.up(rank, direction).data();
  __builtin_prefetch(links);
  __builtin_prefetch(links + in_line);
  __builtin_prefetch(hierarchy.up(rank, opposite(direction)).data());
}

}  // namespace

template <class Lanes>
std::span<typename UpwardSweep<Lanes>::Met const> UpwardSweep<Lanes>::run(Upward direction,
                                                                          std::span<UpwardStart> starts,
                                                                          std::uint32_t bound) {
  begin();
  auto const& above = hierarchy_.contraction->above;
  for (auto const& start : starts) __builtin_prefetch(&above[start.rank]);
  std::ranges::sort(starts, {}, &UpwardStart::rank);
  for (auto const& start : starts) {
    if (start.time > bound) continue;
    climb(direction, start.rank, bound);
    put(start);
  }
  climb(direction, no_rank, bound);
  if (met_lanes_.size() < climbed_.size()) met_lanes_.resize(climbed_.size());
  drop_too_long(opposite(direction));
  return met_;
}

template <class Lanes>
void UpwardSweep<Lanes>::begin() {
  for (auto const& [slot, _] : climbed_) {
    least_[slot] = unreached;
    lanes_[slot] = Lanes{};
  }
  ranks_.clear();
  covered_.clear();
  stretches_.clear();
  climbed_.clear();
  met_.clear();
}

template <class Lanes>
void UpwardSweep<Lanes>::put(UpwardStart const& start) {
  if (left_ == 0 || ranks_[lowest()] != start.rank) lay(start.rank);
  lanes_[lowest()].improve(start.lane, start.time);
  least_[lowest()] = std::min(least_[lowest()], start.time);
}

// The ranks that are left all lie above this one: in the order of a contraction a rank comes right after all
// that lie below it.
template <class Lanes>
void UpwardSweep<Lanes>::lay(Rank rank) {
  auto const joint = left_ > 0 ? ranks_[lowest()] : no_rank;
  auto const slot = static_cast<std::uint32_t>(ranks_.size());
  for (; rank != joint; rank = hierarchy_.contraction->above[rank]) {
    __builtin_prefetch(&hierarchy_.first[rank * 2]);
    ranks_.push_back(rank);
  }
  covered_.resize(ranks_.size());
  if (lanes_.size() < ranks_.size()) {
    least_.resize(ranks_.size(), unreached);
    lanes_.resize(ranks_.size());
  }
  auto const size = static_cast<std::uint32_t>(ranks_.size()) - slot;
  left_ += size;
  if (slot_at_.size() < left_) slot_at_.resize(left_);
  stretches_.push_back({slot, size, left_, static_cast<std::uint32_t>(climbed_.size())});
  for (std::uint32_t at = 0; at < size; ++at)
    covered_[slot + at] = std::exchange(slot_at_[left_ - 1 - at], slot + at);
}

// Gives the depths back to the slots that had them before it was laid.
template <class Lanes>
void UpwardSweep<Lanes>::lift(Stretch const& stretch) {
  for (std::uint32_t at = 0; at < stretch.size; ++at)
    slot_at_[stretch.below - 1 - at] = covered_[stretch.slot + at];
}

template <class Lanes>
void UpwardSweep<Lanes>::climb(Upward direction, Rank end, std::uint32_t bound) {
  auto* const lanes = lanes_.data();
  auto* const leasts = least_.data();
  auto const* const slot_at = slot_at_.data();
  for (; left_ > 0 && ranks_[slot_at[left_ - 1]] < end; --left_) {
    auto const slot = slot_at[left_ - 1];
    if (left_ > ahead) ask_for_links(hierarchy_, ranks_[slot_at[left_ - 1 - ahead]], direction);
    auto const least = leasts[slot];
    if (least == unreached) continue;
    auto const here = lanes[slot];
    climbed_.push_back({slot, here.greatest()});
    auto const left = bound - least;
    for (auto const& link : hierarchy_.up(ranks_[slot], direction)) {
      if (link.time > left) break;
      auto const there = slot_at[link.head_depth];
      lanes[there].improve(here, link.time);
      leasts[there] = std::min(leasts[there], least + link.time);
    }
  }
}

// From the highest down: a way that goes up first and then down to the rank may be shorter. Every rank must
// see those above it as when it was climbed from, also where none of a whole stretch was reached.
template <class Lanes>
void UpwardSweep<Lanes>::drop_too_long(Upward direction) {
  auto end = climbed_.size();
  for (auto stretch = stretches_.rbegin(); stretch != stretches_.rend(); ++stretch) {
    drop_too_long(direction, std::span(climbed_).subspan(stretch->climbed, end - stretch->climbed));
    lift(*stretch);
    end = stretch->climbed;
  }
}

template <class Lanes>
void UpwardSweep<Lanes>::drop_too_long(Upward direction, std::span<Climbed const> climbed) {
  auto* const lanes = lanes_.data();
  auto const* const slot_at = slot_at_.data();
  for (auto at = climbed.size(); at-- > 0;) {
    auto const [slot, greatest] = climbed[at];
    auto kept = lanes[slot];
    auto shortest = kept;
    for (auto const& link : hierarchy_.up(ranks_[slot], direction)) {
      if (link.time >= greatest) break;
      shortest.improve(lanes[slot_at[link.head_depth]], link.time);
    }
    lanes[slot] = shortest;
    kept.drop_above(shortest);
    if (auto const least = kept.least(); least != unreached) {
      auto& place = met_lanes_[met_.size()];
      place = kept;
      met_.push_back({ranks_[slot], least, &place});
    }
  }
}

template class UpwardSweep<OneLane>;
template class UpwardSweep<WideLanes>;
template class UpwardSweep<NarrowLanes>;

}  // namespace wegwijzer
