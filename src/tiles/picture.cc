// SPDX-License-Identifier: EUPL-1.2
#include "tiles/picture.h"

#include <algorithm>
#include <cmath>

#include "tiles/svg_canvas.h"

namespace wegwijzer::tiles {

namespace {

constexpr double margin = 36;      // pixels between the outermost dot and the side
constexpr double overhang = 16;    // pixels that are drawn beyond the sides
constexpr double tolerance = 0.5;  // pixels
constexpr Metres least_reach{250};
constexpr Metres usual_reach{1500};
constexpr double most_times_wider = 3;  // that the ground may be than its dots; assumption

struct Placed {
  double left, top, right, bottom;  // world units
};

Placed around(std::vector<GeoPoint> const& points) {
  Placed box{world_side, world_side, 0, 0};
  for (auto const& point : points) {
    auto const [x, y] = to_world(point);
    box = {std::min<double>(box.left, x), std::min<double>(box.top, y), std::max<double>(box.right, x),
           std::max<double>(box.bottom, y)};
  }
  return box;
}

double side(std::vector<GeoPoint> const& points) {
  auto const box = around(points);
  return std::max(box.right - box.left, box.bottom - box.top);
}

// One cannot come closer to a picture: its dots are told apart. The edge of the coloured ground is seen too,
// but where that would push the dots together; then the ground goes on beyond the sides.
std::vector<GeoPoint> to_be_seen(PictureWish const& wish) {
  auto points = wish.dots;
  if (wish.place) points.push_back(*wish.place);
  points.insert(points.end(), wish.way.begin(), wish.way.end());
  auto all = points;
  for (auto const& polygon : wish.ground) {
    all.insert(all.end(), polygon.outer.begin(), polygon.outer.end());
  }
  if (all.empty() && wish.home) all.push_back(*wish.home);
  bool const crowded = side(points) > 0 && side(all) > most_times_wider * side(points);
  return crowded ? points : all;
}

double world_units(Metres metres, GeoPoint at) {
  constexpr double equator = 40'075'016.7;  // metres, EPSG:3857
  auto const cosine = std::cos(at.latitude_degrees() * M_PI / 180);
  return metres.value / equator / std::max(cosine, 0.05) * world_side;
}

// The largest scale at which all that was wished for is seen.
Frame frame_of(PictureWish const& wish) {
  auto const points = to_be_seen(wish);
  auto const box = around(points);
  auto const centre = wish.middle ? to_world(*wish.middle)
                                  : WorldPoint{static_cast<std::uint32_t>((box.left + box.right) / 2),
                                               static_cast<std::uint32_t>((box.top + box.bottom) / 2)};
  auto const at = to_earth(centre);
  auto const fits = [](double half, double pixels) { return (pixels / 2 - margin) / half; };
  double scale = std::min(wish.width, wish.height) / 2.0 / world_units(wish.reach.value_or(least_reach), at);
  if (!wish.reach && points.empty()) {
    scale = std::min(wish.width, wish.height) / 2.0 / world_units(usual_reach, at);
  } else if (!wish.reach) {
    scale = std::min(scale, fits(std::max({centre.x - box.left, box.right - centre.x, 1.0}), wish.width));
    scale = std::min(scale, fits(std::max({centre.y - box.top, box.bottom - centre.y, 1.0}), wish.height));
  }
  return {centre.x - wish.width / 2.0 / scale,
          centre.y - wish.height / 2.0 / scale,
          scale,
          {-overhang, -overhang, wish.width + overhang, wish.height + overhang}};
}

double zoom_of(Frame const& frame) {
  return std::log2(frame.scale * world_side / 512);  // a tile is 512 CSS pixels wide
}

LabelLook look_of_label(MapLabelKind kind, Palette const& colours) {
  switch (kind) {
    case MapLabelKind::city:
    case MapLabelKind::town:
      return {18, colours.ink, true};
    case MapLabelKind::village:
      return {15, colours.ink, true};
    case MapLabelKind::park:
      return {11, colours.green_ink, false};
    case MapLabelKind::water:
      return {11, colours.water_ink, false};
    default:
      return {12, colours.soft_ink, false};
  }
}

// Its strings live as long as it does.
struct Colours : Palette {
  explicit Colours(PictureWish const& wish)
      : Palette(palette(wish.look)), own_dot(wish.dot ? text(*wish.dot) : "") {
    if (wish.dot) dot = own_dot;
  }

  Colours(Colours const&) = delete;
  Colours& operator=(Colours const&) = delete;

  std::string own_dot;
};

class Painter {
 public:
  Painter(PictureWish const& wish, Frame const& frame, Canvas& canvas)
      : wish_(wish), frame_(frame), canvas_(canvas), colours_(wish), width_(width_at(zoom_of(frame))) {}

  void begin() { canvas_.ground(wish_.width, wish_.height, colours_.land); }

  void areas(Drawing const& drawing) {
    for (auto const kind : areas_from_the_ground) {
      auto const& outlines = drawing.of(kind);
      if (!outlines.empty()) canvas_.fill(outlines, colour(colours_, kind));
    }
  }

  void lines(Drawing const& drawing) {
    for (auto const kind : {MapLineKind::river, MapLineKind::stream}) {
      stroke(drawing.of(kind), colours_.water_line, kind == MapLineKind::river ? 2 : 1, false);
    }
    for (auto const kind : {MapLineKind::railway, MapLineKind::tram}) {
      stroke(drawing.of(kind), colours_.railway, kind == MapLineKind::railway ? 1.6 : 0.8, false);
    }
  }

  // First all borders, then all streets from the small to the large, so that crossings stay open.
  void streets(Drawing const& drawing) {
    for (bool const edge : {true, false}) {
      for (auto kind = static_cast<int>(last_street_class); kind >= 0; --kind) {
        street(drawing, static_cast<StreetClass>(kind), edge);
      }
    }
  }

  void ground() {
    if (wish_.ground.empty()) return;
    std::vector<Outline> outlines;
    for (auto const& [outer, holes] : wish_.ground) {
      auto& outline = outlines.emplace_back(Outline{loop(outer), {}});
      for (auto const& hole : holes) outline.holes.push_back(loop(hole));
    }
    canvas_.veil(outlines, colours_.dot);
  }

  void way() {
    if (wish_.way.size() < 2) return;
    Path line;
    for (auto const& point : wish_.way) line.push_back(frame_.place(to_world(point)));
    canvas_.stroke({line}, {colours_.dot_edge, 8, false});
    canvas_.stroke({line}, {colours_.dot, 4.5, false});
  }

  void home() {
    if (wish_.home) canvas_.home(frame_.place(to_world(*wish_.home)), colours_);
  }

  // Not under the marks of home and place.
  void labels(std::vector<Label> labels) {
    if (wish_.home) keep_free(*wish_.home);
    if (wish_.place) keep_free(*wish_.place);
    std::ranges::stable_sort(labels, {}, &Label::kind);
    for (auto const& label : labels) write(label);
  }

  void dots() {
    std::vector<GeoPoint> done;
    for (std::size_t i = 0; i < wish_.dots.size(); ++i) {
      if (std::ranges::find(done, wish_.dots[i]) == done.end()) {
        canvas_.dot(frame_.place(to_world(wish_.dots[i])), std::to_string(i + 1), colours_);
      }
      done.push_back(wish_.dots[i]);
    }
    if (wish_.place) canvas_.dot(frame_.place(to_world(*wish_.place)), "", colours_);
  }

 private:
  // Points that fall on the one before are left out.
  Loop loop(Ring const& ring) const {
    Loop loop;
    for (auto const& point : ring) {
      auto const at = frame_.place(to_world(point));
      if (loop.empty() || std::hypot(at.x - loop.back().x, at.y - loop.back().y) > tolerance) {
        loop.push_back(at);
      }
    }
    return loop;
  }

  void stroke(std::vector<Path> const& paths, std::string_view colour, double width, bool dashed) {
    if (!paths.empty()) canvas_.stroke(paths, {colour, std::max(width, 0.5), dashed});
  }

  void street(Drawing const& drawing, StreetClass kind, bool edge) {
    auto const look = look_of(kind);
    if (edge && (!look.edged || width_ * look.width < 2)) return;
    std::vector<Path> paths;
    for (auto const& [key, found] : drawing.streets) {
      if (key.first == kind) paths.insert(paths.end(), found.begin(), found.end());
    }
    auto const width = look.width * width_;
    stroke(paths, edge ? colours_.street_edge : colour(colours_, look.paint), edge ? width + 1.5 : width,
           look.dashed);
  }

  void keep_free(GeoPoint point) {
    constexpr double half = 14;  // the largest mark with its edge
    auto const [x, y] = frame_.place(to_world(point));
    written_.push_back({x - half, y - half, x + half, y + half});
  }

  // A name that would lie over another, or over the side, is left out.
  void write(Label const& label) {
    auto const look = look_of_label(label.kind, colours_);
    auto const half = 0.29 * look.size * static_cast<double>(label.name.size());
    Box const box{label.at.x - half, label.at.y - look.size, label.at.x + half, label.at.y + look.size * 0.4};
    if (!within(box, {0, 0, static_cast<double>(wish_.width), static_cast<double>(wish_.height)})) return;
    if (std::ranges::any_of(written_, [&](Box const& other) { return meet(box, other); })) return;
    written_.push_back(box);
    canvas_.label(label.at, label.name, look, colours_.halo);
  }

  PictureWish const& wish_;
  Frame const& frame_;
  Canvas& canvas_;
  Colours colours_;
  double width_;
  std::vector<Box> written_;
};

}  // namespace

Done paint(MapSources const& sources, PictureWish const& wish, Canvas& canvas) {
  if (!wish.middle && to_be_seen(wish).empty()) return fail(Fault::invalid, "map.nowhere");
  auto const frame = frame_of(wish);
  // A little less detail than a map that one can move closer: every page with a list may ask for one.
  auto const zoom = std::clamp(static_cast<int>(std::floor(zoom_of(frame) - 0.5)), 0, last_zoom);
  auto const drawing = draw(sources, frame, {zoom, tolerance});
  Painter painter(wish, frame, canvas);
  painter.begin();
  painter.areas(drawing);
  painter.lines(drawing);
  painter.streets(drawing);
  painter.ground();
  painter.way();
  painter.labels(drawing.labels);
  painter.home();
  painter.dots();
  return {};
}

Result<std::string> picture(MapSources const& sources, PictureWish const& wish) {
  SvgCanvas canvas;
  return paint(sources, wish, canvas).map([&] { return std::move(canvas).end(); });
}

}  // namespace wegwijzer::tiles
