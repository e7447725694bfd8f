// SPDX-License-Identifier: EUPL-1.2
#include "streets/hilbert.h"

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

}  // namespace wegwijzer
