// SPDX-License-Identifier: EUPL-1.2
// A picture made anew from its pixels alone: of what the file said besides, such as where it was taken,
// nothing is left.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "pictures/decode.h"

namespace wegwijzer::pictures {

// The widths that are made; what is no wider than the first is made in its own width only.
inline constexpr std::array widths{480, 1200};

struct Rendition {
  int width = 0;
  int height = 0;
  std::string webp;
  bool operator==(Rendition const&) const = default;
};

using Renditions = std::vector<Rendition>;  // the smallest first

// Fails as decode() does, and with "picture.odd_shape" when one side is more than five times the other.
Result<Renditions> reencode(std::string_view bytes, Limits const& limits = {});

}  // namespace wegwijzer::pictures
