// SPDX-License-Identifier: EUPL-1.2
// Picture files as a telephone or a drawing program makes them, for tests.
#pragma once

#include <png.h>
#include <turbojpeg.h>

#include <algorithm>
#include <cstdlib>
#include <string>

#include "base/check.h"
#include "pictures/raster.h"

namespace wegwijzer::pictures {

inline constexpr unsigned char red[4]{220, 20, 20, 255}, blue[4]{20, 20, 220, 255};

// Red above, blue below.
inline Raster red_above_blue(int width, int height) {
  Raster raster(width, height);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) std::copy_n(y < height / 2 ? red : blue, 4, raster.at(x, y));
  }
  return raster;
}

inline bool about(unsigned char const* pixel, unsigned char const* colour) {
  for (int c = 0; c < 3; ++c) {
    if (std::abs(int{pixel[c]} - int{colour[c]}) > 40) return false;
  }
  return true;
}

// With TJPF_CMYK what it holds is ink, as Adobe writes it: 255 is none.
inline std::string jpeg_of(Raster const& raster, int format = TJPF_RGBA) {
  auto* const encoder = tjInitCompress();
  unsigned char* made = nullptr;
  unsigned long size = 0;
  check(tjCompress2(encoder, raster.rgba.data(), raster.width, 0, raster.height, format, &made, &size,
                    TJSAMP_420, 90, 0) == 0,
        "a JPEG can be written");
  std::string bytes(reinterpret_cast<char const*>(made), size);
  tjFree(made);
  tjDestroy(encoder);
  return bytes;
}

inline std::string png_of(Raster const& raster) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<unsigned>(raster.width), image.height = static_cast<unsigned>(raster.height);
  image.format = PNG_FORMAT_RGBA;
  png_alloc_size_t size = 0;
  check(png_image_write_to_memory(&image, nullptr, &size, 0, raster.rgba.data(), 0, nullptr) != 0, "a size");
  std::string bytes(size, '\0');
  check(png_image_write_to_memory(&image, bytes.data(), &size, 0, raster.rgba.data(), 0, nullptr) != 0,
        "a PNG");
  bytes.resize(size);
  return bytes;
}

// The JPEG with EXIF data behind its first two bytes: how the camera was held and, in words, where it was.
inline std::string with_exif(std::string const& jpeg, int orientation, std::string const& where) {
  std::string tiff{"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 19};
  tiff += static_cast<char>(orientation);
  tiff += std::string(6, '\0') + where;
  auto const content = std::string("Exif\0\0", 6) + tiff;
  auto const length = content.size() + 2;
  std::string segment{"\xff\xe1", 2};
  segment += static_cast<char>(length / 256);
  segment += static_cast<char>(length % 256);
  return jpeg.substr(0, 2) + segment + content + jpeg.substr(2);
}

}  // namespace wegwijzer::pictures
