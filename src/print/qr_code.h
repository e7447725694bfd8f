// SPDX-License-Identifier: EUPL-1.2
// A QR code (ISO/IEC 18004) of an address: squares, to be drawn at any size.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wegwijzer::print {

inline constexpr std::size_t longest_in_qr_code = 1000;  // bytes; longer has squares too small to be read

// White squares that belong around it, or a telephone does not see where it begins.
inline constexpr int quiet_zone = 4;

class QrCode {
 public:
  // Of at most longest_in_qr_code bytes; up to 15% of it may be damaged.
  static QrCode of(std::string_view text);

  int side() const { return side_; }  // in squares, without the quiet zone

  bool dark(int x, int y) const { return dark_[static_cast<std::size_t>(y * side_ + x)]; }

 private:
  QrCode(int side, std::vector<bool> dark) : side_(side), dark_(std::move(dark)) {}

  int side_;
  std::vector<bool> dark_;
};

// A whole SVG file, black on white in dark mode too, with its quiet zone. `title` says what it leads to.
std::string svg(QrCode const& code, std::string_view title);

}  // namespace wegwijzer::print
