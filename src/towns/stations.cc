// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <limits>

#include "towns/fabric.h"
#include "towns/sites.h"

namespace wegwijzer::towns {

namespace {

// Metres; docs/parameters.md, "Fictional towns".
constexpr double farthest = 400;           // from where the town wants it
constexpr double step = 10;                // between two places that are tried
constexpr double far_side = 25;            // so much roomier the side away from the town must be
constexpr double least_room = 46;          // from the middle of the square to the nearest street around
constexpr double enough_room = 70;         // more does not make a better place
constexpr double square_off = 46;          // the middle of the square from the rails
constexpr double square_half_width = 30;   // half its depth
constexpr double square_half_length = 28;  // of its middle line; the ends are round

class StationSearch {
 public:
  StationSearch(Plan const& plan, std::size_t town, Point near) : plan_(plan), town_(town), near_(near) {
    for (std::uint32_t i = 0; i < plan.cells.size(); ++i) {
      auto const& cell = plan.cells[i];
      if (cell.town == Index<Town>(town) && has_homes(cell.quarter) &&
          distance(cell.site, near) < 2 * farthest)
        cells_.push_back(i);
    }
    for (std::uint32_t i = 0; i < plan.strips.size(); ++i) {
      auto const& line = plan.strips[i].line;
      for (std::uint32_t k = 0; k + 1 < line.size(); ++k) {
        if (apart(near, near, line[k], line[k + 1]) < 2 * farthest) pieces_.push_back({i, k});
      }
    }
  }

  std::optional<Station> find() {
    for (auto const& piece : pieces_) {
      if (plan_.strips[piece.strip].kind == StripKind::railway) try_along(piece);
    }
    return best_;
  }

 private:
  void try_along(StripPiece const& piece) {
    auto const& line = plan_.strips[piece.strip].line;
    auto const from = line[piece.point], to = line[piece.point + 1];
    auto const size = distance(from, to);
    for (double t = step / 2; t < size; t += step)
      try_place(piece.strip, between(from, to, t / size), unit(to - from));
  }

  void try_place(std::uint32_t strip, Point at, Point along) {
    auto const away = distance(at, near_);
    if (away > farthest) return;
    for (auto const side : {left_of(along), left_of(along) * -1}) {
      auto const square = at + side * square_off;
      auto const cell = cell_at(square);
      if (!cell) continue;
      auto const room =
          std::min({room_within(*cell, square), room_beside_strips(strip, square), enough_room});
      if (room < least_room) continue;
      auto const turned_away = dot(plan_.towns[town_].middle - at, side) < 0;
      auto const value = room - (turned_away ? far_side : 0) - away / farthest;
      if (value <= best_value_) continue;
      best_value_ = value;
      best_ = Station{at, along, side, *cell};
    }
  }

  // Cells are those of a Voronoi diagram: a place lies in the cell of the nearest site.
  std::optional<std::uint32_t> cell_at(Point at) const {
    auto const off = [&](std::uint32_t cell) { return distance(plan_.cells[cell].site, at); };
    auto const nearest = std::ranges::min_element(cells_, {}, off);
    if (nearest == cells_.end() || room_within(*nearest, at) < 0) return std::nullopt;
    return *nearest;
  }

  // To the nearest side; negative outside.
  double room_within(std::uint32_t cell, Point at) const {
    auto const& vertices = plan_.cells[cell].vertices;
    auto room = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < vertices.size(); ++i) {
      auto const from = plan_.vertices[vertices[i]].at,
                 to = plan_.vertices[vertices[(i + 1) % vertices.size()]].at;
      room = std::min(room, cross(unit(to - from), at - from));
    }
    return room;
  }

  double room_beside_strips(std::uint32_t but, Point at) const {
    auto room = std::numeric_limits<double>::infinity();
    for (auto const& [number, point] : pieces_) {
      auto const& strip = plan_.strips[number];
      if (number == but || strip.kind == StripKind::station) continue;
      room = std::min(room, apart(at, at, strip.line[point], strip.line[point + 1]) - strip.half_width);
    }
    return room;
  }

  Plan const& plan_;
  std::size_t town_;
  Point near_;
  std::vector<std::uint32_t> cells_;
  std::vector<StripPiece> pieces_;  // nearby
  double best_value_ = -std::numeric_limits<double>::infinity();
  std::optional<Station> best_;
};

}  // namespace

std::optional<Station> find_station(Plan const& plan, std::size_t town, Point near) {
  return StationSearch(plan, town, near).find();
}

Strip station_grounds(Station const& station) {
  auto const middle = station.at + station.side * square_off;
  auto const half = station.along * square_half_length;
  return {StripKind::station, square_half_width, {middle - half, middle + half}};
}

}  // namespace wegwijzer::towns
