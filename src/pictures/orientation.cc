// SPDX-License-Identifier: EUPL-1.2
#include "pictures/orientation.h"

#include <cstddef>

namespace wegwijzer::pictures {

namespace {

constexpr int upright = 1;
constexpr unsigned orientation_tag = 0x0112;
constexpr std::string_view exif_begin{"Exif\0\0", 6};

// Numbers in TIFF data, in the order of bytes that it names itself; 0 beyond the end.
class Tiff {
 public:
  explicit Tiff(std::string_view bytes) : bytes_(bytes), little_(bytes.starts_with("II")) {}

  unsigned two(std::size_t at) const {
    auto const first = byte(at), second = byte(at + 1);
    return little_ ? first + 256 * second : 256 * first + second;
  }

  std::size_t four(std::size_t at) const {
    std::size_t const first = two(at), second = two(at + 2);
    return little_ ? first + 65'536 * second : 65'536 * first + second;
  }

 private:
  unsigned byte(std::size_t at) const {
    return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0U;
  }

  std::string_view bytes_;
  bool little_;
};

int orientation_of_exif(std::string_view bytes) {
  Tiff const tiff(bytes);
  auto const directory = tiff.four(4);
  auto const entries = tiff.two(directory);
  for (unsigned i = 0; i < entries; ++i) {
    auto const entry = directory + 2 + std::size_t{12} * i;
    if (tiff.two(entry) != orientation_tag) continue;
    auto const value = tiff.two(entry + 8);
    return value >= 1 && value <= 8 ? static_cast<int>(value) : upright;
  }
  return upright;
}

}  // namespace

int orientation_of_jpeg(std::string_view bytes) {
  auto const number = [&](std::size_t at) {
    return static_cast<std::size_t>(static_cast<unsigned char>(bytes[at]));
  };
  // Segments: FF, a kind, a length of two bytes that counts itself; the picture begins with kind DA.
  for (std::size_t at = 2; at + 4 <= bytes.size() && number(at) == 0xff && number(at + 1) != 0xda;) {
    auto const length = 256 * number(at + 2) + number(at + 3);
    auto const content = bytes.substr(at + 4, length < 2 ? 0 : length - 2);
    if (number(at + 1) == 0xe1 && content.starts_with(exif_begin)) {
      return orientation_of_exif(content.substr(exif_begin.size()));
    }
    at += 2 + length;
  }
  return upright;
}

}  // namespace wegwijzer::pictures
