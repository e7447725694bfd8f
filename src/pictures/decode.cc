// SPDX-License-Identifier: EUPL-1.2
#include "pictures/decode.h"

#include <png.h>
#include <turbojpeg.h>
#include <webp/decode.h>

#include <memory>
#include <string>

#include "pictures/orientation.h"

namespace wegwijzer::pictures {

namespace {

using Bytes = unsigned char const*;

Bytes begin_of(std::string_view bytes) {
  return reinterpret_cast<Bytes>(bytes.data());
}

auto damaged() {
  return fail(Fault::invalid, "picture.damaged");
}

Done check_size(std::int64_t width, std::int64_t height, Limits const& limits) {
  if (width < 1 || height < 1) return damaged();
  if (width <= limits.pixels / height) return {};
  return fail(Fault::invalid, "picture.too_many_pixels",
              {{"most", std::to_string(limits.pixels / 1'000'000)}});
}

// The decoder halves a JPEG up to three times while it reads, which costs less memory and time.
int halvings(int width, int height, int wanted) {
  int scale = 1;
  while (scale < 8 && width / (2 * scale) >= wanted && height / (2 * scale) >= wanted) scale *= 2;
  return scale;
}

Result<Raster> decode_jpeg(std::string_view bytes, Limits const& limits) {
  std::unique_ptr<void, int (*)(void*)> const decoder(tjInitDecompress(), tjDestroy);
  int width = 0, height = 0, sampling = 0, colours = 0;
  if (!decoder || tjDecompressHeader3(decoder.get(), begin_of(bytes), bytes.size(), &width, &height,
                                      &sampling, &colours) != 0) {
    return damaged();
  }
  if (auto const fits = check_size(width, height, limits); !fits) return fail(fits.error());
  tjscalingfactor const scale{1, halvings(width, height, limits.wanted_width)};
  Raster raster(TJSCALED(width, scale), TJSCALED(height, scale));
  auto const done =
      tjDecompress2(decoder.get(), begin_of(bytes), bytes.size(), raster.rgb.data(), raster.width, 0,
                    raster.height, TJPF_RGB, TJFLAG_ACCURATEDCT | TJFLAG_LIMITSCANS);
  if (done != 0) return damaged();
  return upright(std::move(raster), orientation_of_jpeg(bytes));
}

struct PngImage : png_image {
  PngImage() : png_image{} { version = PNG_IMAGE_VERSION; }

  PngImage(PngImage const&) = delete;
  PngImage& operator=(PngImage const&) = delete;

  ~PngImage() { png_image_free(this); }
};

Result<Raster> decode_png(std::string_view bytes, Limits const& limits) {
  PngImage image;
  if (!png_image_begin_read_from_memory(&image, bytes.data(), bytes.size())) return damaged();
  if (auto const fits = check_size(image.width, image.height, limits); !fits) return fail(fits.error());
  image.format = PNG_FORMAT_RGB;
  Raster raster(static_cast<int>(image.width), static_cast<int>(image.height));
  png_color const white{255, 255, 255};
  if (!png_image_finish_read(&image, &white, raster.rgb.data(), 0, nullptr)) return damaged();
  return raster;
}

Raster on_white(Bytes rgba, int width, int height) {
  Raster raster(width, height);
  for (std::size_t i = 0; i < raster.rgb.size() / 3; ++i) {
    unsigned const opaque = rgba[4 * i + 3];
    for (std::size_t c = 0; c < 3; ++c) {
      raster.rgb[3 * i + c] =
          static_cast<std::uint8_t>((rgba[4 * i + c] * opaque + 255 * (255 - opaque)) / 255);
    }
  }
  return raster;
}

Result<Raster> decode_webp(std::string_view bytes, Limits const& limits) {
  int width = 0, height = 0;
  if (!WebPGetInfo(begin_of(bytes), bytes.size(), &width, &height)) return damaged();
  if (auto const fits = check_size(width, height, limits); !fits) return fail(fits.error());
  std::unique_ptr<unsigned char, void (*)(void*)> const rgba(
      WebPDecodeRGBA(begin_of(bytes), bytes.size(), &width, &height), WebPFree);
  if (!rgba) return damaged();
  return on_white(rgba.get(), width, height);
}

}  // namespace

Result<Raster> decode(std::string_view bytes, Limits const& limits) {
  if (bytes.starts_with("\xff\xd8\xff")) return decode_jpeg(bytes, limits);
  if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return decode_png(bytes, limits);
  if (bytes.starts_with("RIFF") && bytes.substr(0, 12).ends_with("WEBP")) return decode_webp(bytes, limits);
  return fail(Fault::invalid, "picture.unknown_kind");
}

}  // namespace wegwijzer::pictures
