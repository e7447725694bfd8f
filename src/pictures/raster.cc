// SPDX-License-Identifier: EUPL-1.2
#include "pictures/raster.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace wegwijzer::pictures {

namespace {

// Rows become columns.
Raster transposed(Raster const& from) {
  Raster out(from.height, from.width);
  for (int y = 0; y < from.height; ++y) {
    for (int x = 0; x < from.width; ++x) std::copy_n(from.at(x, y), 4, out.at(y, x));
  }
  return out;
}

Raster mirrored(Raster raster) {
  for (int y = 0; y < raster.height; ++y) {
    for (int x = 0; x < raster.width / 2; ++x) {
      std::swap_ranges(raster.at(x, y), raster.at(x, y) + 4, raster.at(raster.width - 1 - x, y));
    }
  }
  return raster;
}

Raster upside_down(Raster raster) {
  for (int y = 0; y < raster.height / 2; ++y) {
    std::swap_ranges(raster.at(0, y), raster.at(0, y) + 4 * raster.width,
                     raster.at(0, raster.height - 1 - y));
  }
  return raster;
}

// The mean of the pixels of row y from `begin` to `end`, in parts of a pixel.
std::array<double, 4> mean(Raster const& from, int y, double begin, double end) {
  std::array<double, 4> sum{};
  auto const last = std::min(from.width, static_cast<int>(std::ceil(end)));
  for (int x = static_cast<int>(begin); x < last; ++x) {
    auto const share = std::min(end, x + 1.0) - std::max(begin, static_cast<double>(x));
    auto const* const pixel = from.at(x, y);
    auto const weight = share * pixel[3];
    for (std::size_t c = 0; c < 3; ++c) sum[c] += weight * pixel[c];
    sum[3] += weight;
  }
  if (sum[3] == 0) return {};
  for (std::size_t c = 0; c < 3; ++c) sum[c] /= sum[3];
  sum[3] /= end - begin;
  return sum;
}

Raster narrowed(Raster const& from, int width) {
  Raster out(width, from.height);
  auto const step = static_cast<double>(from.width) / width;
  for (int y = 0; y < from.height; ++y) {
    for (int x = 0; x < width; ++x) {
      auto const colours = mean(from, y, x * step, (x + 1) * step);
      for (std::size_t c = 0; c < 4; ++c) {
        out.at(x, y)[c] = static_cast<std::uint8_t>(std::clamp(colours[c] + 0.5, 0.0, 255.0));
      }
    }
  }
  return out;
}

}  // namespace

Raster::Raster(int across, int down)
    : width(across),
      height(down),
      rgba(4 * static_cast<std::size_t>(across) * static_cast<std::size_t>(down)) {}

Raster upright(Raster raster, int orientation) {
  switch (orientation) {
    case 2:
      return mirrored(std::move(raster));
    case 3:
      return upside_down(mirrored(std::move(raster)));
    case 4:
      return upside_down(std::move(raster));
    case 5:
      return transposed(raster);
    case 6:
      return mirrored(transposed(raster));
    case 7:
      return upside_down(mirrored(transposed(raster)));
    case 8:
      return upside_down(transposed(raster));
    default:
      return raster;
  }
}

Raster scaled(Raster const& raster, int width) {
  if (width >= raster.width) return raster;
  auto const height =
      std::max(1, static_cast<int>(std::lround(static_cast<double>(raster.height) * width / raster.width)));
  return transposed(narrowed(transposed(narrowed(raster, width)), height));
}

}  // namespace wegwijzer::pictures
