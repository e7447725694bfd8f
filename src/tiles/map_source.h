// SPDX-License-Identifier: EUPL-1.2
// One map (an extract of OpenStreetMap, a made-up country) ready to be drawn: projected once, and found by
// place and zoom. Immutable, shared by all threads.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/basemap.h"
#include "streets/streets.h"
#include "tiles/zoom_index.h"

namespace wegwijzer::tiles {

class MapSource {
 public:
  MapSource(Basemap basemap, std::shared_ptr<Streets const> streets);

  std::optional<WorldBox> const& box() const { return box_; }  // nothing when there is nothing to draw

  // Calls `area(kind, loops)` for what is on the map at this zoom and may meet the box. The outer loop comes
  // first; no loop repeats its first point.
  template <class Visit>
  void areas(WorldBox const& box, int zoom, Visit area) const {
    std::vector<std::span<WorldPoint const>> loops;
    areas_.meeting(box, zoom, [&](std::size_t i) {
      loops.clear();
      for (auto loop = first_loop_[i]; loop < first_loop_[i + 1]; ++loop) loops.push_back(loop_points(loop));
      area(area_kinds_[i], loops);
    });
  }

  // Calls `line(kind, points)`.
  template <class Visit>
  void lines(WorldBox const& box, int zoom, Visit line) const {
    lines_.meeting(box, zoom, [&](std::size_t i) { line(line_kinds_[i], line_points(i)); });
  }

  // Calls `street(edge)`.
  template <class Visit>
  void streets(WorldBox const& box, int zoom, Visit street) const {
    edges_.meeting(box, zoom, [&](std::size_t i) { street(Index<Edge>(i)); });
  }

  // Calls `label(label)`.
  template <class Visit>
  void labels(WorldBox const& box, int zoom, Visit label) const {
    labels_.meeting(box, zoom, [&](std::size_t i) { label(names_[i]); });
  }

  Streets const& street_graph() const { return *streets_; }

 private:
  std::span<WorldPoint const> loop_points(std::size_t loop) const;
  std::span<WorldPoint const> line_points(std::size_t line) const;
  void take(std::vector<MapArea> areas);
  void take(std::vector<MapLine> lines);
  void take(std::vector<MapLabel> labels);
  void index_streets();
  ZoomIndex indexed(std::vector<ZoomIndex::Entry> const& entries);

  std::vector<MapAreaKind> area_kinds_;  // per outer loop with its holes
  std::vector<std::uint32_t> first_loop_{0};
  std::vector<std::uint32_t> first_loop_point_{0};
  std::vector<WorldPoint> loop_points_;
  std::vector<MapLineKind> line_kinds_;
  std::vector<std::uint32_t> first_line_point_{0};
  std::vector<WorldPoint> line_points_;
  std::vector<MapLabel> names_;
  std::shared_ptr<Streets const> streets_;
  ZoomIndex areas_, lines_, labels_, edges_;
  std::optional<WorldBox> box_;
};

}  // namespace wegwijzer::tiles
