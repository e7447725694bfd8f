// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/home_areas.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

namespace wegwijzer {

namespace {

// Metres for a ten-millionth of a degree to the north; of one to the east at 52 degrees. Squares need not be
// square to the metre.
constexpr double north_metres = 0.0111;
constexpr double east_metres = 0.00685;

struct Square {
  Index<Area> area;
  std::int64_t north = 0;
  std::int64_t east = 0;
  auto operator<=>(Square const&) const = default;
};

struct Door {
  GeoPoint point;
  ChildrenByAge children;
};

using DoorsBySquare = std::map<Square, std::vector<Door>>;

Square square_of(Index<Area> area, GeoPoint point, int metres) {
  if (metres <= 0) return {area, 0, 0};
  auto const along = [&](std::int32_t coordinate, double metre) {
    return static_cast<std::int64_t>(std::floor(coordinate * metre / metres));
  };
  return {area, along(point.latitude, north_metres), along(point.longitude, east_metres)};
}

// Areas with no smaller ones inside.
std::vector<bool> smallest(Areas const& areas) {
  std::vector<bool> smallest(areas.all().size(), true);
  for (std::size_t i = 0; i < smallest.size(); ++i) {
    if (auto const around = areas.around(Index<Area>(i))) smallest[around->value()] = false;
  }
  return smallest;
}

void add_doors(Atlas const& atlas, Homes const& homes, int square_metres, DoorsBySquare& squares) {
  std::vector<std::optional<Index<Area>>> areas;
  for (auto const& code : homes.buurten()) areas.push_back(atlas.areas().find(code));
  for (std::size_t i = 0; i < homes.size(); ++i) {
    auto const point = homes.points()[i];
    auto area = areas[homes.buurt()[i].value()];
    if (!area) area = atlas.areas().smallest_at(point);
    if (area) squares[square_of(*area, point, square_metres)].push_back({point, homes.children()[i]});
  }
}

// In ten-millionths of a degree; doors without children count as well when nobody has any.
GeoPoint middle_door(std::vector<Door> const& doors) {
  auto const all = std::accumulate(doors.begin(), doors.end(), 0,
                                   [](int sum, Door const& door) { return sum + door.children.total(); });
  double north = 0, east = 0, weight = 0;
  for (auto const& door : doors) {
    auto const children = all > 0 ? door.children.total() : 1;
    north += children * static_cast<double>(door.point.latitude);
    east += children * static_cast<double>(door.point.longitude);
    weight += children;
  }
  auto const away = [&](Door const& door) {
    auto const up = (door.point.latitude - north / weight) * north_metres;
    auto const right = (door.point.longitude - east / weight) * east_metres;
    return std::tuple(up * up + right * right, door.point.latitude, door.point.longitude);
  };
  return std::ranges::min(doors, {}, away).point;
}

HomeArea of_doors(Index<Area> area, std::vector<Door> const& doors) {
  HomeArea home{area, middle_door(doors)};
  for (auto const& door : doors) {
    for (std::size_t age = 0; age < home.children.size(); ++age) {
      home.children[age] += door.children.counts()[age];
    }
  }
  return home;
}

// CBS counts children of 0 to 14 as a share of all: each of these fifteen years is taken to be as large.
ChildCounts of_figures(Area const& area) {
  ChildCounts children{};
  auto const inhabitants = area.figures.find("population"), share = area.figures.find("pop_0_14");
  if (inhabitants == area.figures.end() || share == area.figures.end()) return children;
  children.fill(inhabitants->second * share->second / 100 / 15);
  return children;
}

}  // namespace

std::vector<HomeArea> home_areas(Atlas const& atlas, int square_metres) {
  DoorsBySquare squares;
  for (auto const& homes : atlas.homes()) add_doors(atlas, homes, square_metres, squares);
  std::vector<HomeArea> found;
  std::vector<bool> has_doors(atlas.areas().all().size(), false);
  for (auto const& [square, doors] : squares) {
    found.push_back(of_doors(square.area, doors));
    has_doors[square.area.value()] = true;
  }
  auto const is_smallest = smallest(atlas.areas());
  for (std::size_t i = 0; i < has_doors.size(); ++i) {
    Index<Area> const area(i);
    auto const middle = has_doors[i] || !is_smallest[i] ? std::nullopt : atlas.areas().middle(area);
    if (middle) found.push_back({area, *middle, of_figures(atlas.areas()[area])});
  }
  std::ranges::stable_sort(found, {}, &HomeArea::area);
  return found;
}

}  // namespace wegwijzer
