// SPDX-License-Identifier: EUPL-1.2
#include "tiles/svg_canvas.h"

#include <algorithm>
#include <cmath>

namespace wegwijzer::tiles {

namespace {

// Lines are told in whole tenths of a pixel, each point as the step from the one before: half the bytes.
constexpr double tenths = 10;

}  // namespace

std::string svg_text(std::string_view text) {
  std::string out;
  for (char const c : text) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else if (static_cast<unsigned char>(c) >= 0x20) {
      out += c;
    }
  }
  return out;
}

void SvgCanvas::ground(int width, int height, std::string_view colour) {
  add("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" "
      "font-family=\"'Segoe UI','Noto Sans','Helvetica Neue',Arial,sans-serif\">"
      "<rect width=\"{0}\" height=\"{1}\" fill=\"{2}\"/>\n",
      width, height, colour);
}

void SvgCanvas::fill(std::vector<Outline> const& outlines, std::string_view colour) {
  add("<path fill=\"{}\" fill-rule=\"evenodd\" d=\"", colour);
  loops(outlines);
  out_ += "\" transform=\"scale(.1)\"/>\n";
}

void SvgCanvas::veil(std::vector<Outline> const& outlines, std::string_view colour) {
  add("<path fill=\"{0}\" fill-opacity=\".16\" fill-rule=\"evenodd\" stroke=\"{0}\" stroke-width=\"15\" "
      "d=\"",
      colour);
  loops(outlines);
  out_ += "\" transform=\"scale(.1)\"/>\n";
}

void SvgCanvas::stroke(std::vector<Path> const& lines, LineLook const& look) {
  add("<path fill=\"none\" stroke=\"{}\" stroke-width=\"{:.1f}\" stroke-linejoin=\"round\"{} d=\"",
      look.colour, look.width * tenths,
      look.dashed ? " stroke-dasharray=\"30 20\"" : " stroke-linecap=\"round\"");
  for (auto const& line : lines) path(line);
  out_ += "\" transform=\"scale(.1)\"/>\n";
}

void SvgCanvas::label(Point at, std::string_view name, LabelLook const& look, std::string_view halo) {
  add("<text x=\"{:.1f}\" y=\"{:.1f}\" font-size=\"{}\" text-anchor=\"middle\" fill=\"{}\" stroke=\"{}\" "
      "stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\"{}>{}</text>\n",
      at.x, at.y, look.size, look.colour, halo, look.bold ? " font-weight=\"bold\"" : "", svg_text(name));
}

void SvgCanvas::home(Point at, Palette const& colours) {
  add("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"8\" fill=\"{}\" stroke=\"{}\" stroke-width=\"4\"/>\n", at.x,
      at.y, colours.dot_edge, colours.dot);
}

void SvgCanvas::dot(Point at, std::string_view number, Palette const& colours) {
  add("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"12\" fill=\"{}\" stroke=\"{}\" stroke-width=\"2\"/>", at.x,
      at.y, colours.dot, colours.dot_edge);
  if (!number.empty()) {
    add("<text x=\"{:.1f}\" y=\"{:.1f}\" font-size=\"13\" font-weight=\"bold\" text-anchor=\"middle\" "
        "fill=\"{}\">{}</text>",
        at.x, at.y + 4.6, colours.dot_ink, number);
  }
  out_ += '\n';
}

void SvgCanvas::path(Path const& path) {
  long x = 0;
  long y = 0;
  for (std::size_t i = 0; i < path.size(); ++i) {
    auto const right = std::lround(path[i].x * tenths) - x;
    auto const down = std::lround(path[i].y * tenths) - y;
    out_ += i == 0 ? "M" : i == 1 ? "l" : right < 0 ? "" : " ";
    out_.append(std::to_string(right)).append(down < 0 ? "" : " ").append(std::to_string(down));
    x += right, y += down;
  }
}

void SvgCanvas::loop(Loop const& loop) {
  path(loop);
  out_ += 'Z';
}

void SvgCanvas::loops(std::vector<Outline> const& outlines) {
  for (auto const& outline : outlines) {
    loop(outline.outer);
    for (auto const& hole : outline.holes) loop(hole);
  }
}

}  // namespace wegwijzer::tiles
