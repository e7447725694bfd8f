// SPDX-License-Identifier: EUPL-1.2
#include "pictures/jpeg_segment.h"

namespace wegwijzer::pictures {

std::optional<std::string_view> jpeg_segment(std::string_view bytes, std::size_t kind,
                                             std::string_view begin) {
  auto const number = [&](std::size_t at) {
    return static_cast<std::size_t>(static_cast<unsigned char>(bytes[at]));
  };
  // Segments: FF, a kind, a length of two bytes that counts itself; the picture begins with kind DA.
  for (std::size_t at = 2; at + 4 <= bytes.size() && number(at) == 0xff && number(at + 1) != 0xda;) {
    auto const length = 256 * number(at + 2) + number(at + 3);
    auto const content = bytes.substr(at + 4, length < 2 ? 0 : length - 2);
    if (number(at + 1) == kind && content.starts_with(begin)) return content.substr(begin.size());
    at += 2 + length;
  }
  return std::nullopt;
}

}  // namespace wegwijzer::pictures
