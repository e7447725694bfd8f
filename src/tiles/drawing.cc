// SPDX-License-Identifier: EUPL-1.2
#include "tiles/drawing.h"

#include <algorithm>
#include <cmath>

#include "tiles/clip.h"
#include "tiles/first_zoom.h"
#include "tiles/simplify.h"

namespace wegwijzer::tiles {

namespace {

// Simplified before it is cut, so that two tiles that share a border see the same line.
class Drawer {
 public:
  Drawer(Frame const& frame, Detail const& detail, Drawing& drawing)
      : frame_(frame), detail_(detail), drawing_(drawing) {}

  void draw(MapSource const& source, WorldBox const& box) {
    source.areas(box, detail_.zoom, [&](auto kind, auto const& loops) { area(kind, loops); });
    source.lines(box, detail_.zoom, [&](auto kind, auto const& points) { line(kind, points); });
    source.streets(box, detail_.zoom, [&](auto edge) { street(source.street_graph(), edge); });
    source.labels(box, detail_.zoom, [&](auto const& found) { label(found); });
  }

 private:
  void area(MapAreaKind kind, std::vector<std::span<WorldPoint const>> const& loops) {
    Outline outline{placed(loops.front()), {}};
    if (!meet(box_around(outline.outer), frame_.kept)) return;
    outline.outer = simplified_loop(std::move(outline.outer), detail_.tolerance);
    if (outline.outer.size() < 3) return;
    for (std::size_t i = 1; i < loops.size(); ++i) {
      auto hole = simplified_loop(placed(loops[i]), detail_.tolerance);
      if (large_enough(hole)) outline.holes.push_back(std::move(hole));
    }
    auto& there = drawing_.areas[static_cast<std::size_t>(kind)];
    std::ranges::move(clip_outline(std::move(outline), frame_.kept), std::back_inserter(there));
  }

  // A hole that is smaller than what simplifying moves is not seen either.
  bool large_enough(Loop const& hole) const {
    return hole.size() >= 3 && std::abs(signed_area(hole)) >= 2 * detail_.tolerance * detail_.tolerance;
  }

  void line(MapLineKind kind, std::span<WorldPoint const> points) {
    keep(placed(points), drawing_.lines[static_cast<std::size_t>(kind)]);
  }

  void street(Streets const& streets, Index<Edge> index) {
    auto const& edge = streets.edge(index);
    if (edge.use.turning) return;  // drawn by the street it is a copy of
    Path path;
    for (auto const& point : streets.line(index)) path.push_back(frame_.place(to_world(point)));
    if (!meet(box_around(path), frame_.kept)) return;
    auto const named = detail_.zoom >= first_zoom_of_street_names;
    StreetKey const key{edge.use.kind, named ? streets.name(edge.name) : std::string_view()};
    keep(path, drawing_.streets[key]);
  }

  void keep(Path const& path, std::vector<Path>& paths) const {
    if (!meet(box_around(path), frame_.kept)) return;
    std::ranges::move(clip_line(simplified(path, detail_.tolerance), frame_.kept), std::back_inserter(paths));
  }

  void label(MapLabel const& label) {
    auto const at = frame_.place(to_world(label.point));
    auto const& [left, top, right, bottom] = frame_.kept;
    if (at.x < left || at.x > right || at.y < top || at.y > bottom) return;
    drawing_.labels.push_back({label.kind, label.name, at});
  }

  Path placed(std::span<WorldPoint const> points) const {
    Path path;
    path.reserve(points.size());
    for (auto const& point : points) path.push_back(frame_.place(point));
    return path;
  }

  Frame const& frame_;
  Detail const& detail_;
  Drawing& drawing_;
};

}  // namespace

Drawing draw(MapSources const& sources, Frame const& frame, Detail const& detail) {
  return draw(sources, frame, detail, frame.world());
}

Drawing draw(MapSources const& sources, Frame const& frame, Detail const& detail, WorldBox const& box) {
  Drawing drawing;
  Drawer drawer(frame, detail, drawing);
  for (auto const& source : sources) drawer.draw(*source, box);
  return drawing;
}

}  // namespace wegwijzer::tiles
