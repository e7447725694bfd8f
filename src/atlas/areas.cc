// SPDX-License-Identifier: EUPL-1.2
#include "atlas/areas.h"

#include <algorithm>
#include <limits>

namespace wegwijzer {

namespace {

// A cell of 0.02 degree is about a wijk: few areas per cell, few cells per area.
constexpr std::int32_t cell_size = 200'000;

std::int32_t step(std::int32_t coordinate) {
  return coordinate >= 0 ? coordinate / cell_size : (coordinate - cell_size + 1) / cell_size;
}

struct Bounds {
  GeoPoint low{std::numeric_limits<std::int32_t>::max(), std::numeric_limits<std::int32_t>::max()};
  GeoPoint high{std::numeric_limits<std::int32_t>::min(), std::numeric_limits<std::int32_t>::min()};

  void include(GeoPoint point) {
    low = {std::min(low.latitude, point.latitude), std::min(low.longitude, point.longitude)};
    high = {std::max(high.latitude, point.latitude), std::max(high.longitude, point.longitude)};
  }
};

Bounds bounds(Area const& area) {
  Bounds box;
  for (auto const& polygon : area.outline) {
    for (auto const& point : polygon.outer) box.include(point);
  }
  return box;
}

// Finer kinds of area come later in the enumeration.
bool finer(Area const& one, Area const& other) {
  return one.code.kind() > other.code.kind();
}

}  // namespace

Areas::Areas(std::vector<Area> areas) : areas_(std::move(areas)) {
  std::ranges::sort(areas_, {}, &Area::code);
  for (std::size_t i = 0; i < areas_.size(); ++i) {
    if (!areas_[i].outline.empty()) place_in_grid(Index<Area>(i));
  }
}

Areas::Cell Areas::cell(std::int32_t latitude_step, std::int32_t longitude_step) {
  return static_cast<Cell>(static_cast<std::uint32_t>(latitude_step)) << 32 |
         static_cast<std::uint32_t>(longitude_step);
}

void Areas::place_in_grid(Index<Area> area) {
  auto const box = bounds(areas_[area.value()]);
  for (auto north = step(box.low.latitude); north <= step(box.high.latitude); ++north) {
    for (auto east = step(box.low.longitude); east <= step(box.high.longitude); ++east) {
      grid_[cell(north, east)].push_back(area);
    }
  }
}

std::optional<Index<Area>> Areas::find(AreaCode const& code) const {
  auto const found = std::ranges::lower_bound(areas_, code, {}, &Area::code);
  if (found == areas_.end() || found->code != code) return std::nullopt;
  return Index<Area>(static_cast<std::size_t>(found - areas_.begin()));
}

std::optional<Index<Area>> Areas::smallest_at(GeoPoint point) const {
  auto const there = grid_.find(cell(step(point.latitude), step(point.longitude)));
  if (there == grid_.end()) return std::nullopt;
  std::optional<Index<Area>> smallest;
  for (auto const candidate : there->second) {
    auto const& area = areas_[candidate.value()];
    if (smallest && !finer(area, areas_[smallest->value()])) continue;
    if (contains(area.outline, point)) smallest = candidate;
  }
  return smallest;
}

std::vector<Index<Area>> Areas::inside(Index<Area> area) const {
  std::vector<Index<Area>> found;
  for (std::size_t i = 0; i < areas_.size(); ++i) {
    if (around(Index<Area>(i)) == area) found.emplace_back(i);
  }
  std::ranges::sort(found, {}, [&](Index<Area> i) { return areas_[i.value()].name; });
  return found;
}

std::optional<Index<Area>> Areas::around(Index<Area> area) const {
  for (auto code = areas_[area.value()].code.within(); code; code = code->within()) {
    if (auto const found = find(*code)) return found;
  }
  return std::nullopt;
}

Index<Area> Areas::outermost(Index<Area> area) const {
  while (auto const larger = around(area)) area = *larger;
  return area;
}

bool Areas::lies_in(Index<Area> small, Index<Area> large) const {
  for (std::optional<Index<Area>> at(small); at; at = around(*at)) {
    if (*at == large) return true;
  }
  return false;
}

std::optional<GeoPoint> Areas::middle_of_parts(Index<Area> index) const {
  std::int64_t north = 0, east = 0, count = 0;
  for (auto const part : inside(index)) {
    auto const point = middle(part);
    if (point) north += point->latitude, east += point->longitude, ++count;
  }
  if (count == 0) return std::nullopt;
  return GeoPoint{static_cast<std::int32_t>(north / count), static_cast<std::int32_t>(east / count)};
}

std::optional<GeoPoint> Areas::middle(Index<Area> index) const {
  auto const& area = areas_[index.value()];
  if (area.label) return area.label;
  if (area.outline.empty()) return middle_of_parts(index);
  auto const& largest = std::ranges::max(area.outline, {}, [](Polygon const& p) { return p.outer.size(); });
  std::int64_t north = 0, east = 0;
  for (auto const& point : largest.outer) north += point.latitude, east += point.longitude;
  auto const count = static_cast<std::int64_t>(largest.outer.size());
  return GeoPoint{static_cast<std::int32_t>(north / count), static_cast<std::int32_t>(east / count)};
}

}  // namespace wegwijzer
