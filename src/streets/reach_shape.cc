// SPDX-License-Identifier: EUPL-1.2
#include "streets/reach_shape.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>
#include <utility>

namespace wegwijzer {

namespace {

// Metres; docs/parameters.md, "Travel".
constexpr double finest_cell = 8;
constexpr double most_cells = 4e6;   // of a wider reach cells are larger
constexpr double flat_enough = 1.5;  // that a left out point may lie beside the outline

struct Spot {
  double x = 0;  // metres east and north of the middle
  double y = 0;
};

struct Segment {
  Spot from, to;
  bool reached = false;
};

Spot spot(LocalPlane const& plane, GeoPoint point) {
  auto const [east, north] = plane.position(point);
  return {east, north};
}

std::vector<Segment> segments_of(Streets const& streets, LocalPlane const& plane,
                                 std::vector<StreetPart> const& parts) {
  std::vector<Segment> segments;
  for (auto const& part : parts) {
    auto const line = part_of_line(streets.line(part.edge), part.from, part.to);
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
      segments.push_back({spot(plane, line[i]), spot(plane, line[i + 1]), part.reached});
  }
  return segments;
}

float squared_distance(Spot p, Spot a, Spot b) {
  auto const dx = b.x - a.x, dy = b.y - a.y;
  auto const size = dx * dx + dy * dy;
  auto const share = size > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / size, 0.0, 1.0) : 0.0;
  auto const ex = a.x + share * dx - p.x, ey = a.y + share * dy - p.y;
  return static_cast<float>(ex * ex + ey * ey);
}

// A grid over all that is reached, that knows of each corner how far the nearest reached street is and the
// nearest other one.
class Ground {
 public:
  explicit Ground(std::vector<Segment> const& segments) {
    frame(segments);
    reached_.assign(columns_ * rows_, far);
    other_.assign(columns_ * rows_, far);
    for (auto const& segment : segments) lay(segment);
  }

  std::size_t columns() const { return columns_; }

  std::size_t rows() const { return rows_; }

  Spot corner(std::size_t column, std::size_t row) const {
    return {low_.x + static_cast<double>(column) * cell_, low_.y + static_cast<double>(row) * cell_};
  }

  // Above zero where the ground is reached: metres from the border of the shape, about.
  float height(std::size_t column, std::size_t row) const {
    auto const at = row * columns_ + column;
    auto const reached = std::sqrt(reached_[at]);
    return std::min(std::sqrt(other_[at]), static_cast<float>(ground_of_street.value)) - reached;
  }

 private:
  static constexpr float far = 4.0F * static_cast<float>(ground_of_street.value * ground_of_street.value);

  void frame(std::vector<Segment> const& segments) {
    auto const none = std::numeric_limits<double>::infinity();
    Spot low{none, none}, high{-none, -none};
    for (auto const& segment : segments) {
      if (!segment.reached) continue;
      for (auto const& end : {segment.from, segment.to}) {
        low = {std::min(low.x, end.x), std::min(low.y, end.y)};
        high = {std::max(high.x, end.x), std::max(high.y, end.y)};
      }
    }
    auto const margin = ground_of_street.value + 2 * finest_cell;
    auto const width = high.x - low.x + 2 * margin, depth = high.y - low.y + 2 * margin;
    cell_ = std::max(finest_cell, std::sqrt(width * depth / most_cells));
    low_ = {low.x - margin, low.y - margin};
    columns_ = static_cast<std::size_t>(width / cell_) + 2;
    rows_ = static_cast<std::size_t>(depth / cell_) + 2;
  }

  std::pair<std::size_t, std::size_t> range(double from, double to, double low, std::size_t count) const {
    auto const reach = ground_of_street.value;
    auto const index = [&](double at) {
      return static_cast<std::size_t>(std::clamp(at, 0.0, static_cast<double>(count)));
    };
    return {index(std::ceil((std::min(from, to) - reach - low) / cell_)),
            index(std::floor((std::max(from, to) + reach - low) / cell_) + 1)};
  }

  void lay(Segment const& segment) {
    auto const [left, right] = range(segment.from.x, segment.to.x, low_.x, columns_);
    auto const [bottom, top] = range(segment.from.y, segment.to.y, low_.y, rows_);
    auto& nearest = segment.reached ? reached_ : other_;
    for (auto row = bottom; row < top; ++row) {
      for (auto column = left; column < right; ++column) {
        auto& least = nearest[row * columns_ + column];
        least = std::min(least, squared_distance(corner(column, row), segment.from, segment.to));
      }
    }
  }

  Spot low_;
  double cell_ = finest_cell;
  std::size_t columns_ = 0, rows_ = 0;
  std::vector<float> reached_, other_;  // squared metres
};

// The line at height zero, cell by cell (marching squares; W. Lorensen and H. Cline, SIGGRAPH 1987, in the
// plane).
class Outlining {
 public:
  explicit Outlining(Ground const& ground) : ground_(ground), columns_(ground.columns()) {
    heights_.reserve(columns_ * ground.rows());
    for (std::size_t row = 0; row < ground.rows(); ++row) {
      for (std::size_t column = 0; column < columns_; ++column)
        heights_.push_back(ground.height(column, row));
    }
    next_.assign(2 * heights_.size(), none);
  }

  std::vector<std::vector<Spot>> rings() && {
    for (std::size_t row = 0; row + 1 < ground_.rows(); ++row) {
      for (std::size_t column = 0; column + 1 < columns_; ++column) cross(column, row);
    }
    std::vector<std::vector<Spot>> rings;
    for (std::uint32_t side = 0; side < next_.size(); ++side) {
      if (next_[side] != none) rings.push_back(follow(side));
    }
    return rings;
  }

 private:
  static constexpr std::uint32_t none = 0xffff'ffff;

  // A side of a cell has a number: that of the corner it begins at, times two, plus one for the one that goes
  // north.
  std::uint32_t side(std::size_t column, std::size_t row, bool north) const {
    return static_cast<std::uint32_t>(2 * (row * columns_ + column) + (north ? 1 : 0));
  }

  bool inside(std::size_t column, std::size_t row) const { return heights_[row * columns_ + column] > 0; }

  // Joins the sides where the line enters and leaves this cell, with the reached ground on its left.
  void cross(std::size_t column, std::size_t row) {
    std::array const corners{inside(column, row), inside(column + 1, row), inside(column + 1, row + 1),
                             inside(column, row + 1)};
    std::array const sides{side(column, row, false), side(column + 1, row, true),
                           side(column, row + 1, false), side(column, row, true)};
    // Side i lies between corner i and the next. Going round to the left the line comes in where ground ends
    // and goes out where it begins.
    std::array<std::size_t, 2> ends{}, begins{};
    std::size_t count_ends = 0, count_begins = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      auto const next = corners[(i + 1) % 4];
      if (corners[i] && !next) ends[count_ends++] = i;
      if (!corners[i] && next) begins[count_begins++] = i;
    }
    if (count_ends == 1) join(sides[ends[0]], sides[begins[0]]);
    if (count_ends < 2) return;
    // Two opposite corners: joined when the middle is reached too.
    auto const joined = middle(column, row) > 0;
    for (auto const end : ends) {
      auto const begin = joined ? (end + 1) % 4 : (end + 3) % 4;
      join(sides[end], sides[begin]);
    }
  }

  float middle(std::size_t column, std::size_t row) const {
    auto const at = row * columns_ + column;
    return heights_[at] + heights_[at + 1] + heights_[at + columns_] + heights_[at + columns_ + 1];
  }

  void join(std::uint32_t from, std::uint32_t to) { next_[from] = to; }

  Spot point_on(std::uint32_t side) const {
    auto const at = side / 2;
    auto const other = side % 2 == 1 ? at + columns_ : at + 1;
    auto const share = heights_[at] / (heights_[at] - heights_[other]);
    auto const a = ground_.corner(at % columns_, at / columns_),
               b = ground_.corner(other % columns_, other / columns_);
    return {a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
  }

  std::vector<Spot> follow(std::uint32_t first) {
    std::vector<Spot> ring;
    for (auto at = first; next_[at] != none; at = std::exchange(next_[at], none))
      ring.push_back(point_on(at));
    ring.push_back(ring.front());
    return ring;
  }

  Ground const& ground_;
  std::size_t columns_;
  std::vector<float> heights_;
  std::vector<std::uint32_t> next_;  // of a side: the next one of the line
};

double beside(Spot a, Spot b, Spot p) {
  auto const length = std::hypot(b.x - a.x, b.y - a.y);
  if (length == 0) return std::hypot(p.x - a.x, p.y - a.y);
  return std::abs((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)) / length;
}

// D. Douglas and T. Peucker, Cartographica 10, 1973, on all but the first point.
void simplify(std::span<Spot const> line, std::vector<Spot>& kept) {
  std::size_t farthest = 0;
  auto most = flat_enough;
  for (std::size_t i = 1; i + 1 < line.size(); ++i) {
    auto const off = beside(line.front(), line.back(), line[i]);
    if (off > most) most = off, farthest = i;
  }
  if (farthest == 0) {
    kept.push_back(line.back());
    return;
  }
  simplify(line.first(farthest + 1), kept);
  simplify(line.subspan(farthest), kept);
}

std::vector<Spot> simplified(std::vector<Spot> const& ring) {
  std::vector<Spot> kept{ring.front()};
  auto const half = ring.size() / 2;
  simplify(std::span(ring).first(half + 1), kept);
  simplify(std::span(ring).subspan(half), kept);
  return kept;
}

double area(std::vector<Spot> const& ring) {
  double twice = 0;
  for (std::size_t i = 0; i + 1 < ring.size(); ++i)
    twice += ring[i].x * ring[i + 1].y - ring[i + 1].x * ring[i].y;
  return twice / 2;
}

Ring on_map(LocalPlane const& plane, std::vector<Spot> const& spots) {
  Ring ring;
  for (auto const& [x, y] : spots) {
    auto const point = plane.point({x, y});
    if (ring.empty() || ring.back() != point) ring.push_back(point);
  }
  return ring;
}

// Each hole goes to the smallest outline around it.
std::vector<Polygon> nested(LocalPlane const& plane, std::vector<std::vector<Spot>> const& rings) {
  std::vector<std::pair<double, Polygon>> shapes;
  for (auto const& ring : rings) {
    auto outline = on_map(plane, ring);
    if (area(ring) > 0 && outline.size() >= 4) shapes.push_back({area(ring), {std::move(outline), {}}});
  }
  std::ranges::stable_sort(shapes, {}, &std::pair<double, Polygon>::first);
  for (auto const& ring : rings) {
    auto hole = on_map(plane, ring);
    if (area(ring) >= 0 || hole.size() < 4) continue;
    auto const around = std::ranges::find_if(shapes, [&](auto const& shape) {
      return shape.first > -area(ring) && contains({{shape.second.outer, {}}}, hole.front());
    });
    if (around != shapes.end()) around->second.holes.push_back(std::move(hole));
  }
  std::vector<Polygon> polygons;
  for (auto& [size, polygon] : shapes) polygons.push_back(std::move(polygon));
  std::ranges::reverse(polygons);
  return polygons;
}

}  // namespace

std::vector<Polygon> reach_shape(Streets const& streets, std::vector<StreetPart> const& parts) {
  auto const reached = std::ranges::find(parts, true, &StreetPart::reached);
  if (reached == parts.end()) return {};
  LocalPlane const plane(streets.line(reached->edge).front());
  auto rings = Outlining(Ground(segments_of(streets, plane, parts))).rings();
  for (auto& ring : rings) ring = simplified(ring);
  return nested(plane, rings);
}

}  // namespace wegwijzer
