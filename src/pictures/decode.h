// SPDX-License-Identifier: EUPL-1.2
// JPEG (of ink for a press too), PNG and WebP into a raster, upright. The kind is what the bytes say,
// whatever the file is called. Foreign code reads foreign bytes here: call it in a process of its own
// (pictures/apart.h).
#pragma once

#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "pictures/raster.h"

namespace wegwijzer::pictures {

struct Limits {
  std::int64_t pixels = 50'000'000;  // what cameras of telephones make
  int wanted_width = 1200;           // a larger JPEG may be read at a smaller size, but not below this
};

// Fails with "picture.unknown_kind", "picture.too_many_pixels", "picture.unusual_jpeg" or
// "picture.damaged".
Result<Raster> decode(std::string_view bytes, Limits const& limits);

}  // namespace wegwijzer::pictures
