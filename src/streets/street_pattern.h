// SPDX-License-Identifier: EUPL-1.2
// What kind of neighbourhood the streets make, told by the streets themselves: squares of 500 m are classed
// by how many crossings they have and how many of those are culs-de-sac. Thresholds: docs/parameters.md.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <span>
#include <unordered_map>

#include "streets/crossings.h"

namespace wegwijzer {

enum class StreetPattern : std::uint8_t {
  everywhere,  // all squares
  built_up,    // all squares that are not rural
  core,        // dense, few culs-de-sac
  grid,        // less dense, few culs-de-sac
  cul_de_sac,  // many culs-de-sac
  edge,        // sparse
  rural        // hardly any crossings
};
inline constexpr std::array street_patterns = {
    StreetPattern::everywhere, StreetPattern::built_up, StreetPattern::core, StreetPattern::grid,
    StreetPattern::cul_de_sac, StreetPattern::edge,     StreetPattern::rural};

template <class Value>
using PerPattern = std::array<Value, street_patterns.size()>;

// Whether a square of the second pattern counts for the first.
constexpr bool covers(StreetPattern pattern, StreetPattern of_square) {
  if (pattern == StreetPattern::everywhere) return true;
  if (pattern == StreetPattern::built_up) return of_square != StreetPattern::rural;
  return pattern == of_square;
}

struct SquareCount {
  std::uint32_t crossings = 0;
  std::uint32_t culs_de_sac = 0;
};

StreetPattern pattern_of(SquareCount const& square);

// A square of the map, counted north and east from its south-west corner.
struct Square {
  std::int32_t north = 0;
  std::int32_t east = 0;
  auto operator<=>(Square const&) const = default;
};

class Squares {
 public:
  static constexpr double side_metres = 500;
  static constexpr double km2 = side_metres * side_metres / 1e6;

  explicit Squares(std::span<GeoPoint const> points);

  Square at(GeoPoint point) const { return {north(point.latitude), east(north(point.latitude), point)}; }

  // The square in that row that lies due north or south of the point.
  std::int32_t east(std::int32_t row, GeoPoint point) const;

 private:
  std::int32_t north(std::int32_t latitude) const;

  GeoPoint corner_;
};

class StreetPatterns {
 public:
  StreetPatterns(Streets const& streets, Crossings const& on_foot);

  Squares const& squares() const { return squares_; }

  StreetPattern at(GeoPoint point) const;
  // Of an edge or a link: where the middle between its ends lies.
  StreetPattern between(GeoPoint a, GeoPoint b) const;

  // How many squares with at least one crossing.
  std::size_t count(StreetPattern pattern) const { return counts_[static_cast<std::size_t>(pattern)]; }

 private:
  Squares squares_;
  std::unordered_map<std::uint64_t, StreetPattern> patterns_;
  PerPattern<std::size_t> counts_{};
};

}  // namespace wegwijzer
