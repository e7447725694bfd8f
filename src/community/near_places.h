// SPDX-License-Identifier: EUPL-1.2
// Which records have a place near which others, by a grid of cells.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "base/geo_point.h"

namespace wegwijzer::community {

class NearPlaces {
 public:
  struct Place {
    GeoPoint point;
    std::uint32_t record = 0;
  };

  NearPlaces(std::vector<Place> places, Metres reach);

  // Calls visit(record, metres) for each place within reach; its own among them.
  template <class Visit>
  void around(GeoPoint point, Visit visit) const {
    auto const [row, column] = cell(point);
    for (auto r = row - 1; r <= row + 1; ++r) {
      for (auto c = column - 1; c <= column + 1; ++c) {
        auto const found = cells_.find(key(r, c));
        if (found == cells_.end()) continue;
        for (auto const at : found->second) {
          auto const apart = distance(point, places_[at].point);
          if (apart <= reach_) visit(places_[at].record, apart);
        }
      }
    }
  }

 private:
  struct Cell {
    std::int64_t row;
    std::int64_t column;
  };

  static std::uint64_t key(std::int64_t row, std::int64_t column) {
    return static_cast<std::uint64_t>(row) << 32 ^ (static_cast<std::uint64_t>(column) & 0xffffffff);
  }

  Cell cell(GeoPoint point) const;

  std::vector<Place> places_;
  Metres reach_;
  double rows_per_unit_;
  double columns_per_unit_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> cells_;
};

}  // namespace wegwijzer::community
