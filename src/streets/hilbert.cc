// SPDX-License-Identifier: EUPL-1.2
#include "streets/hilbert.h"

#include <algorithm>
#include <utility>

namespace wegwijzer {

// D. Hilbert, Mathematische Annalen 38, 1891: quadrant by quadrant, each turned so that the ends meet.
std::uint64_t position_on_curve(GeoPoint point) {
  constexpr std::uint32_t middle = 1U << 31U;
  std::uint32_t east = static_cast<std::uint32_t>(point.longitude) + middle;
  std::uint32_t north = static_cast<std::uint32_t>(point.latitude) + middle;
  std::uint64_t position = 0;
  for (std::uint32_t half = middle; half > 0; half /= 2) {
    bool const is_east = (east & half) != 0;
    bool const is_north = (north & half) != 0;
    position = position * 4 + (is_east ? 3U : 0U) - (is_east && is_north ? 1U : 0U) +
               (!is_east && is_north ? 1U : 0U);
    if (is_north) continue;
    if (is_east) {
      east = ~east;
      north = ~north;
    }
    std::swap(east, north);
  }
  return position;
}

std::vector<std::uint32_t> order_along_curve(std::span<GeoPoint const> points) {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> places;
  places.reserve(points.size());
  for (auto const& point : points) {
    places.emplace_back(position_on_curve(point), static_cast<std::uint32_t>(places.size()));
  }
  std::ranges::sort(places);
  std::vector<std::uint32_t> order(places.size());
  std::ranges::transform(places, order.begin(), [](auto const& place) { return place.second; });
  return order;
}

}  // namespace wegwijzer
