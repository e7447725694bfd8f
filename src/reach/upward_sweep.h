// SPDX-License-Identifier: EUPL-1.2
// UpwardSearch from several places at once: places that lie together have most of their ranks in common, so
// each rank is met once, with a lane for each place (after D. Delling, A. Goldberg and R. Werneck, "Faster
// batched shortest paths in road networks", ATMOS 2011). A workspace: one per thread, it keeps its memory.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reach/hierarchy.h"
#include "reach/lanes.h"

namespace wegwijzer {

class UpwardSweep {
 public:
  struct Start {
    std::uint32_t lane = 0;
    Rank rank = 0;
    std::uint32_t time = 0;
  };

  struct Met {
    Rank rank = 0;
    std::uint32_t least = 0;  // of the lanes
    Lanes lanes{};            // where the way upward is not the shortest of all, `unreached`
  };

  explicit UpwardSweep(std::size_t ranks) : slot_(ranks, none) {}

  // The ranks within the bound in ascending order; times above the bound may occur. Valid until the next run.
  std::span<Met const> run(UpwardLinks const& up, UpwardLinks const& down, std::span<Start const> starts,
                           std::uint32_t bound);

 private:
  static constexpr std::uint32_t none = ~0U;

  std::uint32_t slot_of(Rank rank);
  Rank pop();
  void climb(UpwardLinks const& up, std::uint32_t bound);
  void drop_too_long(UpwardLinks const& down, std::uint32_t bound);

  std::vector<std::uint32_t> slot_;  // by rank
  std::vector<Met> slots_;
  std::vector<Lanes> exact_;  // by slot
  std::vector<Rank> queue_;
  std::vector<Met> met_;
};

}  // namespace wegwijzer
