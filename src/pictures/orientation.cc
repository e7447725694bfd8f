// SPDX-License-Identifier: EUPL-1.2
#include "pictures/orientation.h"

#include <cstddef>

#include "pictures/jpeg_segment.h"

namespace wegwijzer::pictures {

namespace {

constexpr int not_turned = 1;
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
    return value >= 1 && value <= 8 ? static_cast<int>(value) : not_turned;
  }
  return not_turned;
}

}  // namespace

int orientation_of_jpeg(std::string_view bytes) {
  auto const exif = jpeg_segment(bytes, 0xe1, exif_begin);
  return exif ? orientation_of_exif(*exif) : not_turned;
}

}  // namespace wegwijzer::pictures
