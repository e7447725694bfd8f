// SPDX-License-Identifier: EUPL-1.2
#include "exchange/map_svg.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <ostream>
#include <span>

namespace wegwijzer {

namespace {

constexpr double picture_pixels = 1600;

struct AreaLook {
  MapAreaKind kind;
  char const* colour;
};

// From the ground up.
constexpr AreaLook area_looks[] = {
    {MapAreaKind::nature_reserve, "#e3efcf"}, {MapAreaKind::grass, "#dcebc8"},
    {MapAreaKind::wood, "#a9cf9a"},           {MapAreaKind::park, "#c0e0b0"},
    {MapAreaKind::water, "#9ec7e8"},          {MapAreaKind::building, "#cdbfae"},
};

struct StreetLook {
  char const* colour;
  double width;
  bool edged;  // with a darker border
};

StreetLook look_of(StreetClass kind) {
  switch (kind) {
    case StreetClass::motorway:
    case StreetClass::trunk:
    case StreetClass::primary:
      return {"#f0b070", 9, true};
    case StreetClass::secondary:
      return {"#f2d07a", 8, true};
    case StreetClass::tertiary:
      return {"#fbeeb4", 7, true};
    case StreetClass::unclassified:
    case StreetClass::residential:
    case StreetClass::unknown:
      return {"#ffffff", 6, true};
    case StreetClass::living_street:
    case StreetClass::pedestrian:
      return {"#ecebf5", 5.5, true};
    case StreetClass::service:
      return {"#ffffff", 3.5, true};
    case StreetClass::cycleway:
      return {"#5a7fd0", 1.8, false};
    case StreetClass::track:
      return {"#b89a6a", 1.8, false};
    case StreetClass::ferry:
      return {"#5a7fd0", 1.2, false};
    default:
      return {"#cf7a6a", 1.3, false};
  }
}

class Picture {
 public:
  Picture(std::ostream& out, PictureFrame const& frame)
      : out_(out), plane_(frame.middle), half_(frame.half_width.value) {}

  void begin() {
    out_ << fmt::format(
        "<svg xmlns='http://www.w3.org/2000/svg' width='{0}' height='{0}' viewBox='{1:.0f} {1:.0f} {2:.0f} "
        "{2:.0f}'>"
        "<rect x='{1:.0f}' y='{1:.0f}' width='{2:.0f}' height='{2:.0f}' fill='#f3f0e8'/>\n",
        picture_pixels, -half_, 2 * half_);
  }

  void areas(Basemap const& basemap) {
    for (auto const& [kind, colour] : area_looks) {
      out_ << fmt::format("<g fill='{}' fill-rule='evenodd'>\n", colour);
      for (auto const& area : basemap.areas) {
        if (area.kind == kind) shape(area.outline);
      }
      out_ << "</g>\n";
    }
  }

  void lines(Basemap const& basemap) {
    for (auto const& line : basemap.lines) {
      auto const rail = line.kind == MapLineKind::railway || line.kind == MapLineKind::tram;
      stroke(line.line, rail ? "#555555" : "#9ec7e8", rail ? 4 : 1.6);
    }
  }

  // First all borders, then all streets, so that crossings stay open.
  void streets(Streets const& streets) {
    for (bool const border : {true, false}) {
      for (std::size_t i = 0; i < streets.edge_count(); ++i) {
        auto const look = look_of(streets.edge(Index<Edge>(i)).use.kind);
        auto const line = streets.line(Index<Edge>(i));
        if (border && look.edged) stroke(line, "#9a9a9a", look.width + 1.6);
        if (!border) stroke(line, look.colour, look.width);
      }
    }
  }

  void end() { out_ << "</svg>\n"; }

 private:
  bool touches(std::span<GeoPoint const> points) const {
    return std::ranges::any_of(points, [&](GeoPoint point) {
      auto const [east, north] = plane_.position(point);
      return std::abs(east) < half_ * 1.1 && std::abs(north) < half_ * 1.1;
    });
  }

  std::string text(std::span<GeoPoint const> points) const {
    std::string text;
    for (auto const& point : points) {
      auto const [east, north] = plane_.position(point);
      text += fmt::format("{:.1f},{:.1f} ", east, -north);
    }
    return text;
  }

  void shape(std::vector<Polygon> const& outline) {
    for (auto const& polygon : outline) {
      if (!touches(polygon.outer)) continue;
      out_ << "<path d='M" << text(polygon.outer) << 'Z';
      for (auto const& hole : polygon.holes) out_ << " M" << text(hole) << 'Z';
      out_ << "'/>\n";
    }
  }

  void stroke(std::span<GeoPoint const> line, char const* colour, double width) {
    if (!touches(line)) return;
    out_ << fmt::format(
        "<polyline points='{}' fill='none' stroke='{}' stroke-width='{}' stroke-linejoin='round' "
        "stroke-linecap='round'/>\n",
        text(line), colour, width);
  }

  std::ostream& out_;
  LocalPlane plane_;
  double half_;
};

}  // namespace

std::optional<PictureFrame> frame_around(Streets const& streets) {
  auto const& nodes = streets.columns().nodes;
  if (nodes.empty()) return std::nullopt;
  auto const [south, north] = std::ranges::minmax(nodes, {}, &GeoPoint::latitude);
  auto const [west, east] = std::ranges::minmax(nodes, {}, &GeoPoint::longitude);
  GeoPoint const middle{south.latitude / 2 + north.latitude / 2, west.longitude / 2 + east.longitude / 2};
  LocalPlane const plane(middle);
  auto const corner = plane.position({north.latitude, east.longitude});
  return PictureFrame{middle, {std::max({corner.east, corner.north, 100.0}) * 1.02}};
}

void write_map_svg(std::ostream& out, Streets const& streets, Basemap const& basemap,
                   PictureFrame const& frame) {
  Picture picture(out, frame);
  picture.begin();
  picture.areas(basemap);
  picture.lines(basemap);
  picture.streets(streets);
  picture.end();
}

}  // namespace wegwijzer
