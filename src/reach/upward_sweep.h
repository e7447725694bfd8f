// SPDX-License-Identifier: EUPL-1.2
// The ranks that matter to journeys: those to which the way upward from a place is the shortest way of all,
// or from which it is, within a bound. All ranks above a place are met in their order, without a queue (the
// elimination tree query of J. Dibbelt, B. Strasser and D. Wagner, 2016); a time that a way down from a
// higher rank shows to be too long is dropped (R. Geisberger and others, Transp. Sci. 46, 2012). Places that
// lie together have most of these ranks in common, so several are searched from at once, a lane for each
// (after D. Delling, A. Goldberg and R. Werneck, "Faster batched shortest paths in road networks", ATMOS
// 2011).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reach/hierarchy.h"
#include "reach/lanes.h"

namespace wegwijzer {

struct UpwardStart {
  std::uint32_t lane = 0;
  Rank rank = 0;
  std::uint32_t time = 0;
};

// A workspace: one per thread, it keeps its memory. The hierarchy must outlive it.
template <class Lanes>
class UpwardSweep {
 public:
  struct Met {
    Rank rank = 0;
    std::uint32_t least = 0;  // of the lanes
    Lanes const* lanes = nullptr;
  };

  explicit UpwardSweep(Hierarchy const& hierarchy) : hierarchy_(hierarchy) {}

  // Each rank once, the highest first; times above the bound may occur. `bound` is less than
  // Lanes::unreached. The starts are sorted. Valid until the next run.
  std::span<Met const> run(Upward direction, std::span<UpwardStart> starts, std::uint32_t bound);

 private:
  static constexpr std::uint32_t unreached = Lanes::unreached;
  static constexpr std::uint32_t ahead = 5;  // ranks; 3 to 12 are as quick

  // Slots for a rank and those above it, one after the other.
  struct Stretch {
    std::uint32_t slot = 0;
    std::uint32_t size = 0;
    std::uint32_t below = 0;    // one more than the depth of the first
    std::uint32_t climbed = 0;  // so many slots had been climbed from before it was laid
  };

  // A slot that was reached.
  struct Climbed {
    std::uint32_t slot = 0;
    std::uint32_t greatest = 0;  // of the lanes
  };

  void begin();
  void put(UpwardStart const& start);
  void lay(Rank rank);
  void lift(Stretch const& stretch);
  WEGWIJZER_FOR_EACH_PROCESSOR
  void climb(Upward direction, Rank end, std::uint32_t bound);
  void drop_too_long(Upward direction);
  WEGWIJZER_FOR_EACH_PROCESSOR
  void drop_too_long(Upward direction, std::span<Climbed const> climbed);

  std::uint32_t lowest() const { return slot_at_[left_ - 1]; }

  Hierarchy const& hierarchy_;
  // By slot. What was reached is cleared when the next run begins, so the others need no care: they are
  // unreached.
  std::vector<Rank> ranks_;
  std::vector<std::uint32_t> covered_;  // the slot that had its depth before
  std::vector<std::uint32_t> least_;    // of the lanes
  std::vector<Lanes> lanes_;            // once what is too long is dropped: the shortest of all
  std::vector<Stretch> stretches_;
  // Of the rank that is worked on and those above it: the slot, by depth.
  std::vector<std::uint32_t> slot_at_;
  std::uint32_t left_ = 0;        // so many of these are still to be climbed from
  std::vector<Climbed> climbed_;  // slots that were reached, in the order of rank
  std::vector<Met> met_;
  std::vector<Lanes> met_lanes_;  // without what is too long
};

extern template class UpwardSweep<OneLane>;
extern template class UpwardSweep<WideLanes>;
extern template class UpwardSweep<NarrowLanes>;

}  // namespace wegwijzer
