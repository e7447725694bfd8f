// SPDX-License-Identifier: EUPL-1.2
// Where a picture of the map is painted: SVG for a page, a PDF for a flyer. In pixels of the picture, x to
// the right, y down; colours as "#rrggbb".
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "tiles/palette.h"
#include "tiles/plane.h"

namespace wegwijzer::tiles {

struct LineLook {
  std::string_view colour;
  double width;
  bool dashed;
};

// A name, in the middle above a point, with a halo around its letters.
struct LabelLook {
  double size;
  std::string_view colour;
  bool bold;
};

class Canvas {
 public:
  Canvas() = default;
  Canvas(Canvas const&) = delete;
  Canvas& operator=(Canvas const&) = delete;
  virtual ~Canvas() = default;

  virtual void ground(int width, int height, std::string_view colour) = 0;  // first, all over
  virtual void fill(std::vector<Outline> const& outlines, std::string_view colour) = 0;
  // See-through, with an edge.
  virtual void veil(std::vector<Outline> const& outlines, std::string_view colour) = 0;
  virtual void stroke(std::vector<Path> const& lines, LineLook const& look) = 0;
  virtual void label(Point at, std::string_view name, LabelLook const& look, std::string_view halo) = 0;
  virtual void home(Point at, Palette const& colours) = 0;
  virtual void dot(Point at, std::string_view number, Palette const& colours) = 0;
};

}  // namespace wegwijzer::tiles
