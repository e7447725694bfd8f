// SPDX-License-Identifier: EUPL-1.2
#include "print/map_canvas.h"

#include <cmath>
#include <string>

namespace wegwijzer::print {

namespace {

void path(cairo_t* pen, tiles::Path const& path) {
  for (std::size_t i = 0; i < path.size(); ++i) {
    i == 0 ? cairo_move_to(pen, path[i].x, path[i].y) : cairo_line_to(pen, path[i].x, path[i].y);
  }
}

}  // namespace

MapCanvas::MapCanvas(Paper& paper, double left, double top, double scale) : paper_(paper) {
  auto* const pen = paper_.pen();
  cairo_save(pen);
  cairo_translate(pen, left, top);
  cairo_scale(pen, scale, scale);
  cairo_set_fill_rule(pen, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_set_line_join(pen, CAIRO_LINE_JOIN_ROUND);
}

MapCanvas::~MapCanvas() {
  cairo_restore(paper_.pen());
}

void MapCanvas::ground(int width, int height, std::string_view colour) {
  auto* const pen = paper_.pen();
  cairo_rectangle(pen, 0, 0, width, height);
  cairo_clip_preserve(pen);
  paper_.colour(colour);
  cairo_fill(pen);
}

void MapCanvas::fill(std::vector<tiles::Outline> const& outlines, std::string_view colour) {
  outline(outlines);
  paper_.colour(colour);
  cairo_fill(paper_.pen());
}

// Without the see-through ground, which a printer without colour would make grey: the edge says enough.
void MapCanvas::veil(std::vector<tiles::Outline> const& outlines, std::string_view colour) {
  outline(outlines);
  paper_.colour(colour);
  cairo_set_line_width(paper_.pen(), 1.5);
  cairo_stroke(paper_.pen());
}

void MapCanvas::stroke(std::vector<tiles::Path> const& lines, tiles::LineLook const& look) {
  auto* const pen = paper_.pen();
  constexpr double dashes[] = {3, 2};
  cairo_set_dash(pen, dashes, look.dashed ? 2 : 0, 0);
  cairo_set_line_cap(pen, look.dashed ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
  cairo_set_line_width(pen, look.width);
  for (auto const& line : lines) path(pen, line);
  paper_.colour(look.colour);
  cairo_stroke(pen);
  cairo_set_dash(pen, nullptr, 0, 0);
}

void MapCanvas::label(tiles::Point at, std::string_view name, tiles::LabelLook const& look,
                      std::string_view halo) {
  Text const text(paper_, name, {.size = look.size, .bold = look.bold, .colour = look.colour}, 600);
  auto const y = at.y - 0.35 * look.size;
  text.halo_around(at.x, y, 3, halo);
  text.draw_around(at.x, y);
}

void MapCanvas::home(tiles::Point at, tiles::Palette const& colours) {
  circle(at, 8, colours.dot_edge, colours.dot, 4);
}

void MapCanvas::dot(tiles::Point at, std::string_view number, tiles::Palette const& colours) {
  circle(at, 12, colours.dot, colours.dot_edge, 2);
  Text const text(paper_, number, {.size = 14, .bold = true, .colour = colours.dot_ink}, 40);
  text.draw_around(at.x, at.y);
}

void MapCanvas::outline(std::vector<tiles::Outline> const& outlines) {
  auto* const pen = paper_.pen();
  for (auto const& outline : outlines) {
    path(pen, outline.outer);
    cairo_close_path(pen);
    for (auto const& hole : outline.holes) {
      path(pen, hole);
      cairo_close_path(pen);
    }
  }
}

void MapCanvas::circle(tiles::Point at, double radius, std::string_view inside, std::string_view edge,
                       double width) {
  auto* const pen = paper_.pen();
  cairo_new_sub_path(pen);
  cairo_arc(pen, at.x, at.y, radius, 0, 2 * M_PI);
  paper_.colour(inside);
  cairo_fill_preserve(pen);
  paper_.colour(edge);
  cairo_set_line_width(pen, width);
  cairo_stroke(pen);
}

}  // namespace wegwijzer::print
