// SPDX-License-Identifier: EUPL-1.2
#include "tiles/mercator.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numbers>

namespace wegwijzer::tiles {

namespace {

constexpr double whole_turn = 3.6e9;  // in the 1e-7 degrees of GeoPoint
constexpr double last = world_side - 1;

std::uint32_t whole(double value) {
  return static_cast<std::uint32_t>(std::clamp(std::round(value), 0.0, last));
}

std::optional<std::uint32_t> number(std::string_view text) {
  if (text.empty() || (text.size() > 1 && text[0] == '0')) return std::nullopt;
  std::uint32_t value = 0;
  auto const [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

// Snyder, Map Projections (USGS PP 1395, 1987), formula 7-2 on a sphere.
WorldPoint to_world(GeoPoint point) {
  auto const sine = std::sin(point.latitude_degrees() * std::numbers::pi / 180);
  auto const north = std::atanh(std::clamp(sine, -0.9999999, 0.9999999)) / (2 * std::numbers::pi);
  return {whole((point.longitude / whole_turn + 0.5) * world_side), whole((0.5 - north) * world_side)};
}

GeoPoint to_earth(WorldPoint point) {
  auto const north = (0.5 - point.y / world_side) * 2 * std::numbers::pi;
  return GeoPoint::of_degrees(std::atan(std::sinh(north)) * 180 / std::numbers::pi,
                              (point.x / world_side - 0.5) * 360);
}

WorldBox around(WorldBox const& a, WorldBox const& b) {
  return {{std::min(a.low.x, b.low.x), std::min(a.low.y, b.low.y)},
          {std::max(a.high.x, b.high.x), std::max(a.high.y, b.high.y)}};
}

std::optional<TileAddress> TileAddress::parse(std::string_view zoom, std::string_view x, std::string_view y) {
  auto const level = number(zoom);
  auto const column = number(x);
  auto const row = number(y);
  if (!level || !column || !row || *level > last_zoom) return std::nullopt;
  auto const side = std::uint32_t{1} << *level;
  if (*column >= side || *row >= side) return std::nullopt;
  return TileAddress{static_cast<int>(*level), *column, *row};
}

WorldBox TileAddress::box() const {
  auto const side = std::uint64_t{1} << (32 - zoom);
  auto const low = [&](std::uint32_t at) { return static_cast<std::uint32_t>(at * side); };
  auto const high = [&](std::uint32_t at) { return static_cast<std::uint32_t>((at + 1) * side - 1); };
  return {{low(x), low(y)}, {high(x), high(y)}};
}

Frame Frame::of(TileAddress address) {
  auto const low = address.box().low;
  return {static_cast<double>(low.x),
          static_cast<double>(low.y),
          std::ldexp(tile_extent, address.zoom - 32),
          {-tile_buffer, -tile_buffer, tile_extent + tile_buffer, tile_extent + tile_buffer}};
}

WorldBox Frame::world() const {
  auto const at = [&](double x, double y) {
    return WorldPoint{whole(left + x / scale), whole(top + y / scale)};
  };
  return {at(kept.left, kept.top), at(kept.right, kept.bottom)};
}

}  // namespace wegwijzer::tiles
