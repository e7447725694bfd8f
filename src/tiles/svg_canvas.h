// SPDX-License-Identifier: EUPL-1.2
// The canvas that writes SVG, in few bytes.
#pragma once

#include <fmt/format.h>

#include <iterator>
#include <string>
#include <utility>

#include "tiles/canvas.h"

namespace wegwijzer::tiles {

std::string svg_text(std::string_view text);  // escaped, without control signs

class SvgCanvas : public Canvas {
 public:
  void ground(int width, int height, std::string_view colour) override;
  void fill(std::vector<Outline> const& outlines, std::string_view colour) override;
  void veil(std::vector<Outline> const& outlines, std::string_view colour) override;
  void stroke(std::vector<Path> const& lines, LineLook const& look) override;
  void label(Point at, std::string_view name, LabelLook const& look, std::string_view halo) override;
  void home(Point at, Palette const& colours) override;
  void dot(Point at, std::string_view number, Palette const& colours) override;

  std::string end() && { return std::move(out_) + "</svg>\n"; }

 private:
  template <class... Values>
  void add(fmt::format_string<Values...> text, Values&&... values) {
    fmt::format_to(std::back_inserter(out_), text, std::forward<Values>(values)...);
  }

  void path(Path const& path);
  void loop(Loop const& loop);
  void loops(std::vector<Outline> const& outlines);

  std::string out_;
};

}  // namespace wegwijzer::tiles
