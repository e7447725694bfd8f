// SPDX-License-Identifier: EUPL-1.2
#include "print/house_style.h"

#include <utility>

#include "print/qr_code.h"

namespace wegwijzer::print {

namespace {

constexpr std::string_view black = "#000000";

void draw_squares(Paper& paper, WayTo const& to, double x, double y, double side) {
  auto const code = QrCode::of(to.address);
  auto const left = paper.left_of(x, side);
  auto* const pen = paper.pen();
  auto const square = side / code.side();
  paper.colour(black);
  for (int row = 0; row < code.side(); ++row) {
    for (int column = 0; column < code.side(); ++column) {
      if (!code.dark(column, row)) continue;
      auto const first = column;
      while (column + 1 < code.side() && code.dark(column + 1, row)) ++column;
      cairo_rectangle(pen, left + first * square, y + row * square, (column + 1 - first) * square, square);
    }
  }
  cairo_fill(pen);
}

constexpr double sign_side = 24;

void draw_sign(Paper& paper, double x, double y, std::string_view colour) {
  auto* const pen = paper.pen();
  cairo_save(pen);
  cairo_translate(pen, paper.left_of(x, sign_side), y);
  cairo_scale(pen, sign_side / 32, sign_side / 32);
  paper.colour(ink);
  cairo_rectangle(pen, 14.5, 3, 3, 27);
  cairo_fill(pen);
  paper.colour(colour);
  for (auto const& [px, py] : {std::pair{6., 6.}, {23., 6.}, {27., 10.}, {23., 14.}, {6., 14.}}) {
    cairo_line_to(pen, px, py);
  }
  cairo_fill(pen);
  paper.colour(soft);
  for (auto const& [px, py] : {std::pair{26., 16.}, {9., 16.}, {5., 20.}, {9., 24.}, {26., 24.}}) {
    cairo_line_to(pen, px, py);
  }
  cairo_fill(pen);
  cairo_restore(pen);
}

}  // namespace

void draw_code(Paper& paper, WayTo const& to, double x, double y, double side) {
  auto const link = Tagged::link(paper, to.address);
  draw_squares(paper, to, x, y, side);
}

void draw_letterhead(Paper& paper, std::string_view colour) {
  draw_sign(paper, margin - 4, margin - 9, colour);
  Text const name(paper, "Wegwijzer", {.size = 13, .bold = true, .letters = Letters::headings, .colour = ink},
                  200);
  name.write(margin + 21, margin - 6);
}

}  // namespace wegwijzer::print
