// SPDX-License-Identifier: EUPL-1.2
#include "streets/street_pattern.h"

#include <cmath>
#include <numbers>

namespace wegwijzer {

namespace {

constexpr std::uint32_t fewest_crossings_built_up = 10;
constexpr std::uint32_t fewest_crossings_inside = 25;
constexpr std::uint32_t fewest_crossings_core = 150;
constexpr double most_culs_de_sac = 0.2;

constexpr double metres_per_unit = 6'371'008.8 * std::numbers::pi / 180 / 1e7;  // along a meridian

std::uint64_t key(Square square) {
  return static_cast<std::uint64_t>(static_cast<std::uint32_t>(square.north)) << 32U |
         static_cast<std::uint32_t>(square.east);
}

GeoPoint south_west_of(std::span<GeoPoint const> points) {
  if (points.empty()) return {};
  GeoPoint corner = points.front();
  for (auto const& point : points) {
    corner.latitude = std::min(corner.latitude, point.latitude);
    corner.longitude = std::min(corner.longitude, point.longitude);
  }
  return corner;
}

}  // namespace

StreetPattern pattern_of(SquareCount const& square) {
  if (square.crossings < fewest_crossings_built_up) return StreetPattern::rural;
  if (square.crossings < fewest_crossings_inside) return StreetPattern::edge;
  if (square.culs_de_sac > most_culs_de_sac * square.crossings) return StreetPattern::cul_de_sac;
  return square.crossings < fewest_crossings_core ? StreetPattern::grid : StreetPattern::core;
}

Squares::Squares(std::span<GeoPoint const> points) : corner_(south_west_of(points)) {}

std::int32_t Squares::north(std::int32_t latitude) const {
  double const metres = (static_cast<double>(latitude) - corner_.latitude) * metres_per_unit;
  return static_cast<std::int32_t>(std::floor(metres / side_metres));
}

std::int32_t Squares::east(std::int32_t row, GeoPoint point) const {
  double const middle = corner_.latitude / 1e7 + (row + 0.5) * side_metres / metres_per_unit / 1e7;
  double const shrunk = std::cos(middle * std::numbers::pi / 180);
  double const metres = (static_cast<double>(point.longitude) - corner_.longitude) * metres_per_unit * shrunk;
  return static_cast<std::int32_t>(std::floor(metres / side_metres));
}

StreetPatterns::StreetPatterns(Streets const& streets, Crossings const& on_foot)
    : squares_(streets.columns().nodes) {
  std::unordered_map<std::uint64_t, SquareCount> squares;
  for (std::size_t node = 0; node < on_foot.arcs.size(); ++node) {
    if (on_foot.arcs[node] == 0) continue;
    auto& square = squares[key(squares_.at(streets.node(Index<Node>(node))))];
    ++square.crossings;
    if (on_foot.is_cul_de_sac(Index<Node>(node))) ++square.culs_de_sac;
  }
  for (auto const& [square, count] : squares) {
    auto const found = pattern_of(count);
    patterns_.emplace(square, found);
    for (auto const pattern : street_patterns) {
      if (covers(pattern, found)) ++counts_[static_cast<std::size_t>(pattern)];
    }
  }
}

StreetPattern StreetPatterns::at(GeoPoint point) const {
  auto const found = patterns_.find(key(squares_.at(point)));
  return found == patterns_.end() ? StreetPattern::rural : found->second;
}

StreetPattern StreetPatterns::between(GeoPoint a, GeoPoint b) const {
  auto const middle = [](std::int32_t from, std::int32_t to) {
    return static_cast<std::int32_t>((std::int64_t{from} + to) / 2);
  };
  return at({middle(a.latitude, b.latitude), middle(a.longitude, b.longitude)});
}

}  // namespace wegwijzer
