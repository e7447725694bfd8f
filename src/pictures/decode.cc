// SPDX-License-Identifier: EUPL-1.2
#include "pictures/decode.h"

#include <png.h>
#include <turbojpeg.h>
#include <webp/decode.h>

#include <memory>
#include <string>

#include "base/check.h"
#include "pictures/jpeg_segment.h"
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

using Decoder = std::unique_ptr<void, int (*)(void*)>;

tl::unexpected<Error> jpeg_problem(Decoder const& decoder) {
  std::string_view const said = tjGetErrorStr2(decoder.get());
  bool const unusual = said.find("Unsupported") != said.npos;
  return fail(Fault::invalid, unusual ? "picture.unusual_jpeg" : "picture.damaged");
}

// Between its parts lie bytes that mean nothing, as some cameras leave there. All other warnings are of a
// picture that is not whole.
bool only_warned_of_surplus(Decoder const& decoder) {
  std::string_view const said = tjGetErrorStr2(decoder.get());
  return tjGetErrorCode(decoder.get()) == TJERR_WARNING && said.find("extraneous bytes") != said.npos;
}

// Cyan, magenta, yellow and black into what a screen shows. Where Adobe wrote them, all programs have them
// the other way round: 255 is no ink.
void ink_to_light(Raster& raster, bool by_adobe) {
  for (std::size_t i = 0; i < raster.rgba.size(); i += 4) {
    auto* const pixel = raster.rgba.data() + i;
    auto const free_of = [&](std::size_t c) { return by_adobe ? pixel[c] : 255 - pixel[c]; };
    auto const black = free_of(3);
    for (std::size_t c = 0; c < 3; ++c) pixel[c] = static_cast<std::uint8_t>(free_of(c) * black / 255);
    pixel[3] = 255;
  }
}

Result<Raster> decode_jpeg(std::string_view bytes, Limits const& limits) {
  Decoder const decoder(tjInitDecompress(), tjDestroy);
  int width = 0, height = 0, sampling = 0, colours = 0;
  check(decoder != nullptr, "a decoder of JPEG begins");
  if (tjDecompressHeader3(decoder.get(), begin_of(bytes), bytes.size(), &width, &height, &sampling,
                          &colours) != 0) {
    return jpeg_problem(decoder);
  }
  if (auto const fits = check_size(width, height, limits); !fits) return fail(fits.error());
  tjscalingfactor const scale{1, halvings(width, height, limits.wanted_width)};
  Raster raster(TJSCALED(width, scale), TJSCALED(height, scale));
  bool const ink = colours == TJCS_CMYK || colours == TJCS_YCCK;
  auto const done =
      tjDecompress2(decoder.get(), begin_of(bytes), bytes.size(), raster.rgba.data(), raster.width, 0,
                    raster.height, ink ? TJPF_CMYK : TJPF_RGBA, TJFLAG_ACCURATEDCT | TJFLAG_LIMITSCANS);
  if (done != 0 && !only_warned_of_surplus(decoder)) return jpeg_problem(decoder);
  if (ink) ink_to_light(raster, jpeg_segment(bytes, 0xee, "Adobe").has_value());
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
  image.format = PNG_FORMAT_RGBA;
  Raster raster(static_cast<int>(image.width), static_cast<int>(image.height));
  if (!png_image_finish_read(&image, nullptr, raster.rgba.data(), 0, nullptr)) return damaged();
  return raster;
}

Result<Raster> decode_webp(std::string_view bytes, Limits const& limits) {
  int width = 0, height = 0;
  if (!WebPGetInfo(begin_of(bytes), bytes.size(), &width, &height)) return damaged();
  if (auto const fits = check_size(width, height, limits); !fits) return fail(fits.error());
  Raster raster(width, height);
  if (!WebPDecodeRGBAInto(begin_of(bytes), bytes.size(), raster.rgba.data(), raster.rgba.size(), 4 * width)) {
    return damaged();
  }
  return raster;
}

}  // namespace

Result<Raster> decode(std::string_view bytes, Limits const& limits) {
  if (bytes.starts_with("\xff\xd8\xff")) return decode_jpeg(bytes, limits);
  if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return decode_png(bytes, limits);
  if (bytes.starts_with("RIFF") && bytes.substr(0, 12).ends_with("WEBP")) return decode_webp(bytes, limits);
  return fail(Fault::invalid, "picture.unknown_kind");
}

}  // namespace wegwijzer::pictures
