// SPDX-License-Identifier: EUPL-1.2
#include "community/near_places.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace wegwijzer::community {

namespace {

constexpr double metres_per_unit =
    0.0111;  // of latitude, a little too few: a cell is never narrower than the reach

}  // namespace

NearPlaces::NearPlaces(std::vector<Place> places, Metres reach) : places_(std::move(places)), reach_(reach) {
  double farthest_north = 0;
  for (auto const& place : places_) {
    farthest_north = std::max(farthest_north, std::abs(place.point.latitude_degrees()));
  }
  // Towards the poles degrees of longitude are narrow. Nobody goes to school beyond 85 degrees.
  auto const narrowest = std::cos(std::min(farthest_north, 85.0) * std::numbers::pi / 180);
  rows_per_unit_ = metres_per_unit / reach.value;
  columns_per_unit_ = metres_per_unit * narrowest / reach.value;
  for (std::uint32_t at = 0; at < places_.size(); ++at) {
    auto const [row, column] = cell(places_[at].point);
    cells_[key(row, column)].push_back(at);
  }
}

NearPlaces::Cell NearPlaces::cell(GeoPoint point) const {
  return {static_cast<std::int64_t>(std::floor(point.latitude * rows_per_unit_)),
          static_cast<std::int64_t>(std::floor(point.longitude * columns_per_unit_))};
}

}  // namespace wegwijzer::community
