// SPDX-License-Identifier: EUPL-1.2
#include "pictures/reencode.h"

#include <webp/encode.h>

#include <algorithm>
#include <memory>

#include "base/check.h"

namespace wegwijzer::pictures {

namespace {

constexpr float quality = 78;
constexpr int most_times_longer = 5;

Rendition rendition(Raster const& raster) {
  std::uint8_t* made = nullptr;
  auto const size =
      WebPEncodeRGBA(raster.rgba.data(), raster.width, raster.height, 4 * raster.width, quality, &made);
  std::unique_ptr<std::uint8_t, void (*)(void*)> const owner(made, WebPFree);
  check(size > 0, "a raster can be written as WebP");
  return {raster.width, raster.height, std::string(reinterpret_cast<char const*>(made), size)};
}

}  // namespace

Result<Renditions> reencode(std::string_view bytes, Limits const& limits) {
  auto const raster = decode(bytes, limits);
  if (!raster) return fail(raster.error());
  auto const [shorter, longer] = std::minmax(raster->width, raster->height);
  if (longer > most_times_longer * shorter) return fail(Fault::invalid, "picture.odd_shape");
  Renditions made{rendition(scaled(*raster, widths.front()))};
  if (raster->width > widths.front()) made.push_back(rendition(scaled(*raster, widths.back())));
  return made;
}

}  // namespace wegwijzer::pictures
