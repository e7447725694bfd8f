// SPDX-License-Identifier: EUPL-1.2
// The same map as on the site, painted on paper.
#pragma once

#include "print/paper.h"
#include "tiles/canvas.h"

namespace wegwijzer::print {

class MapCanvas : public tiles::Canvas {
 public:
  // `scale` points are one pixel of the picture.
  MapCanvas(Paper& paper, double left, double top, double scale);
  ~MapCanvas() override;

  void ground(int width, int height, std::string_view colour) override;
  void fill(std::vector<tiles::Outline> const& outlines, std::string_view colour) override;
  void veil(std::vector<tiles::Outline> const& outlines, std::string_view colour) override;
  void stroke(std::vector<tiles::Path> const& lines, tiles::LineLook const& look) override;
  void label(tiles::Point at, std::string_view name, tiles::LabelLook const& look,
             std::string_view halo) override;
  void home(tiles::Point at, tiles::Palette const& colours) override;
  void dot(tiles::Point at, std::string_view number, tiles::Palette const& colours) override;

 private:
  void outline(std::vector<tiles::Outline> const& outlines);
  void circle(tiles::Point at, double radius, std::string_view inside, std::string_view edge, double width);

  Paper& paper_;
};

}  // namespace wegwijzer::print
