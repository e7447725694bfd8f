// SPDX-License-Identifier: EUPL-1.2
// Where a journey enters and leaves the hierarchy: the two ends of the edge on which a place lies.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "reach/hierarchy.h"
#include "reach/upward_sweep.h"
#include "streets/snap.h"

namespace wegwijzer {

// Which way one travels between the place that asks and the places of an index.
enum class Heading : std::uint8_t { to_index, from_index };

// The ways upward from a place that asks, and from a place of an index.
constexpr Upward upward_from_asking(Heading heading) {
  return heading == Heading::to_index ? Upward::away : Upward::towards;
}

constexpr Upward upward_from_index(Heading heading) {
  return opposite(upward_from_asking(heading));
}

// With the connector, and none where one may not pass.
class JourneyEnds {
 public:
  JourneyEnds() = default;  // of no journey

  // Of journeys upward from the place, or to it from above.
  JourneyEnds(Hierarchy const& hierarchy, Upward direction, Place const& place);

  std::span<UpwardStart> starts() { return std::span(starts_).first(size_); }

  std::span<UpwardStart const> starts() const { return std::span(starts_).first(size_); }

 private:
  void add(Rank rank, Tenths time, Tenths connector);

  std::array<UpwardStart, 2> starts_{};
  std::size_t size_ = 0;
};

}  // namespace wegwijzer
