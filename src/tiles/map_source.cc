// SPDX-License-Identifier: EUPL-1.2
#include "tiles/map_source.h"

#include <algorithm>

#include "streets/hilbert.h"
#include "tiles/first_zoom.h"

namespace wegwijzer::tiles {

namespace {

struct Shape {
  MapAreaKind kind;
  Polygon polygon;
};

// Neighbours on the ground become neighbours in memory, which keeps the boxes of the index small.
template <class Thing, class Where>
void sort_along_curve(std::vector<Thing>& things, Where where) {
  std::vector<GeoPoint> points;
  points.reserve(things.size());
  for (auto const& thing : things) points.push_back(where(thing));
  std::vector<Thing> sorted;
  sorted.reserve(things.size());
  for (auto const number : order_along_curve(points)) sorted.push_back(std::move(things[number]));
  things = std::move(sorted);
}

std::vector<Shape> shapes_of(std::vector<MapArea> areas) {
  std::vector<Shape> shapes;
  for (auto& area : areas) {
    for (auto& polygon : area.outline) shapes.push_back({area.kind, std::move(polygon)});
  }
  sort_along_curve(shapes, [](Shape const& shape) { return shape.polygon.outer.front(); });
  return shapes;
}

WorldBox box_of(std::span<WorldPoint const> points) {
  WorldBox box{points[0], points[0]};
  for (auto const& point : points) box = around(box, {point, point});
  return box;
}

double longest_side(WorldBox const& box) {
  return std::max(box.high.x - box.low.x, box.high.y - box.low.y);
}

std::uint32_t end_of(std::vector<WorldPoint> const& points) {
  return static_cast<std::uint32_t>(points.size());
}

// Only the corners are projected; a box stays a box.
WorldBox box_on_earth(std::span<GeoPoint const> line) {
  auto const [south, north] = std::ranges::minmax(line, {}, &GeoPoint::latitude);
  auto const [west, east] = std::ranges::minmax(line, {}, &GeoPoint::longitude);
  return {to_world({north.latitude, west.longitude}), to_world({south.latitude, east.longitude})};
}

}  // namespace

MapSource::MapSource(Basemap basemap, std::shared_ptr<Streets const> streets) : streets_(std::move(streets)) {
  take(std::move(basemap.areas));
  take(std::move(basemap.lines));
  take(std::move(basemap.labels));
  index_streets();
}

std::span<WorldPoint const> MapSource::loop_points(std::size_t loop) const {
  auto const first = first_loop_point_[loop];
  return std::span(loop_points_).subspan(first, first_loop_point_[loop + 1] - first);
}

std::span<WorldPoint const> MapSource::line_points(std::size_t line) const {
  auto const first = first_line_point_[line];
  return std::span(line_points_).subspan(first, first_line_point_[line + 1] - first);
}

void MapSource::take(std::vector<MapArea> areas) {
  std::vector<ZoomIndex::Entry> entries;
  auto const add_loop = [&](Ring const& ring) {
    std::transform(ring.begin(), ring.end() - 1, std::back_inserter(loop_points_), to_world);
    first_loop_point_.push_back(end_of(loop_points_));
  };
  for (auto const& [kind, polygon] : shapes_of(std::move(areas))) {
    add_loop(polygon.outer);
    auto const box = box_of(loop_points(first_loop_.back()));
    for (auto const& hole : polygon.holes) add_loop(hole);
    first_loop_.push_back(static_cast<std::uint32_t>(first_loop_point_.size() - 1));
    area_kinds_.push_back(kind);
    entries.push_back({first_zoom(kind, longest_side(box)), box});
  }
  loop_points_.shrink_to_fit();
  areas_ = indexed(entries);
}

void MapSource::take(std::vector<MapLine> lines) {
  std::vector<ZoomIndex::Entry> entries;
  sort_along_curve(lines, [](MapLine const& line) { return line.line.front(); });
  for (auto const& [kind, line] : lines) {
    std::ranges::transform(line, std::back_inserter(line_points_), to_world);
    first_line_point_.push_back(end_of(line_points_));
    line_kinds_.push_back(kind);
    entries.push_back({first_zoom(kind), box_of(line_points(line_kinds_.size() - 1))});
  }
  line_points_.shrink_to_fit();
  lines_ = indexed(entries);
}

void MapSource::take(std::vector<MapLabel> labels) {
  std::vector<ZoomIndex::Entry> entries;
  sort_along_curve(labels, [](MapLabel const& label) { return label.point; });
  names_ = std::move(labels);
  for (auto const& label : names_) {
    auto const at = to_world(label.point);
    entries.push_back({first_zoom(label.kind), {at, at}});
  }
  labels_ = indexed(entries);
}

void MapSource::index_streets() {
  std::vector<ZoomIndex::Entry> entries;
  entries.reserve(streets_->edge_count());
  for (std::size_t i = 0; i < streets_->edge_count(); ++i) {
    Index<Edge> const edge(i);
    entries.push_back({first_zoom(streets_->edge(edge).use.kind), box_on_earth(streets_->line(edge))});
  }
  edges_ = indexed(entries);
}

ZoomIndex MapSource::indexed(std::vector<ZoomIndex::Entry> const& entries) {
  for (auto const& entry : entries) box_ = box_ ? around(*box_, entry.box) : entry.box;
  return ZoomIndex(entries);
}

}  // namespace wegwijzer::tiles
