// SPDX-License-Identifier: EUPL-1.2
// The letters of one typeface in one weight, drawn small as distances to their outline, so that a map may
// draw them sharp at any size and with a border around them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace wegwijzer::letters {

// In pixels of a letter that is 24 pixels high, which is what MapLibre counts on.
inline constexpr int height = 24;
inline constexpr int border = 3;  // around what is inked, on each of its sides

// 191 on the outline, more inside, 255/8 less for each pixel outward.
struct Letter {
  std::uint32_t sign = 0;  // of Unicode
  int width = 0;           // of what is inked, without border; 0 for a space
  int height = 0;
  int left = 0;  // from where the letter begins to what is inked
  int top = 0;   // from the top of the line, downward is negative
  int advance = 0;
  std::string distances;  // (width + 2 * border) * (height + 2 * border) bytes, none for a space
};

class Font {
 public:
  // A typeface may lie in several files, each with other signs; the first that has a sign draws it. Throws
  // for a file that is no font with weights.
  Font(std::vector<std::filesystem::path> const& files, int weight);
  ~Font();

  std::optional<Letter> letter(std::uint32_t sign) const;  // nothing when no file has the sign

 private:
  struct Faces;
  std::unique_ptr<Faces> faces_;
};

}  // namespace wegwijzer::letters
