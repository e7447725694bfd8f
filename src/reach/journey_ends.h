// SPDX-License-Identifier: EUPL-1.2
// Where a journey enters and leaves the hierarchy: the two ends of the edge on which a place lies.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "reach/upward_search.h"
#include "streets/snap.h"

namespace wegwijzer {

class JourneyEnds {
 public:
  // From a place, or to it; with its connector, and none where one may not pass.
  static JourneyEnds from(Hierarchy const& hierarchy, Place const& place);
  static JourneyEnds to(Hierarchy const& hierarchy, Place const& place);

  std::span<UpwardSearch::Start const> starts() const { return std::span(starts_).first(size_); }

 private:
  void add(Rank rank, Tenths time, Tenths connector);

  std::array<UpwardSearch::Start, 2> starts_{};
  std::size_t size_ = 0;
};

}  // namespace wegwijzer
