// SPDX-License-Identifier: EUPL-1.2
// Positions along the line of an edge, in whole parts of it so that they add up exactly.
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <vector>

#include "base/geo_point.h"

namespace wegwijzer {

struct Along {
  static constexpr std::uint32_t whole = 1U << 24U;

  std::uint32_t parts = 0;  // of `whole`
  auto operator<=>(Along const&) const = default;
};

constexpr Along line_begin{0};
constexpr Along line_end{Along::whole};

// What lies before a position when `amount` lies on the whole line: rounded to the nearest, half up.
std::uint32_t amount_before(std::uint32_t amount, Along along);

struct NearestOnLine {
  double metres = 0;        // from the middle of the plane
  std::size_t segment = 0;  // between this point of the line and the next
  double share = 0;         // of that segment, 0..1
};

// `line` has at least two points; of equally near ones the first.
NearestOnLine nearest_on_line(LocalPlane const& plane, std::span<GeoPoint const> line);
Along along(std::span<GeoPoint const> line, NearestOnLine const& nearest);

// The line from one position to another, both included; backwards when `to` comes first.
std::vector<GeoPoint> part_of_line(std::span<GeoPoint const> line, Along from, Along to);

}  // namespace wegwijzer
