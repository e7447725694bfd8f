// SPDX-License-Identifier: EUPL-1.2
// How many letters a text has: in UTF-8 every letter has one byte that is no continuation.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace wegwijzer::accounts {

inline std::size_t letters(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace wegwijzer::accounts
