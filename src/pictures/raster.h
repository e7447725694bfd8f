// SPDX-License-Identifier: EUPL-1.2
// A picture as rows of red, green, blue and how opaque, and the ways in which it is turned and made smaller.
#pragma once

#include <cstdint>
#include <vector>

namespace wegwijzer::pictures {

struct Raster {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> rgba;  // row by row, four bytes a pixel

  Raster(int across, int down);

  std::uint8_t* at(int x, int y) {
    return rgba.data() + 4 * (std::size_t(y) * std::size_t(width) + std::size_t(x));
  }

  std::uint8_t const* at(int x, int y) const {
    return rgba.data() + 4 * (std::size_t(y) * std::size_t(width) + std::size_t(x));
  }

  bool operator==(Raster const&) const = default;
};

// How a camera was held, 1 to 8 as EXIF numbers it; anything else changes nothing.
Raster upright(Raster raster, int orientation);

// Each new pixel is the mean of what it covers, where what is seen through has no colour. Never larger: gives
// the picture itself when it is no wider.
Raster scaled(Raster const& raster, int width);

}  // namespace wegwijzer::pictures
