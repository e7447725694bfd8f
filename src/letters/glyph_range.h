// SPDX-License-Identifier: EUPL-1.2
// Letters as a file for MapLibre, 256 signs a file (https://github.com/mapbox/node-fontnik, glyphs.proto).
#pragma once

#include <string>
#include <string_view>

#include "letters/font.h"

namespace wegwijzer::letters {

inline constexpr std::uint32_t signs_in_a_range = 256;

std::string range_name(std::uint32_t first);  // "0-255"

// The signs from `first` on that the font has, under the name by which the style of the map asks for it.
std::string glyph_range(Font const& font, std::string_view name, std::uint32_t first);

}  // namespace wegwijzer::letters
