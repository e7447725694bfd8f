// SPDX-License-Identifier: EUPL-1.2
// The areas of the atlas: found by code, by place, and by what lies in what.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "base/index.h"
#include "domain/area.h"

namespace wegwijzer {

class Areas {
 public:
  Areas() = default;
  explicit Areas(std::vector<Area> areas);

  std::vector<Area> const& all() const { return areas_; }  // by code

  Area const& operator[](Index<Area> area) const { return areas_[area.value()]; }

  std::optional<Index<Area>> find(AreaCode const& code) const;
  // The smallest area (buurt, else wijk, else gemeente) that holds the point.
  std::optional<Index<Area>> smallest_at(GeoPoint point) const;
  std::vector<Index<Area>> inside(Index<Area> area) const;    // one step down, by name
  std::optional<Index<Area>> around(Index<Area> area) const;  // one step up
  Index<Area> outermost(Index<Area> area) const;              // the largest around it, or itself
  bool lies_in(Index<Area> small, Index<Area> large) const;   // itself included
  // A point to speak of when the area is meant: its label, else the middle of its largest ring or
  // of the areas in it.
  std::optional<GeoPoint> middle(Index<Area> area) const;

 private:
  using Cell = std::uint64_t;
  static Cell cell(std::int32_t latitude_step, std::int32_t longitude_step);
  std::optional<GeoPoint> middle_of_parts(Index<Area> area) const;
  void place_in_grid(Index<Area> area);

  std::vector<Area> areas_;
  std::unordered_map<Cell, std::vector<Index<Area>>> grid_;
};

}  // namespace wegwijzer
