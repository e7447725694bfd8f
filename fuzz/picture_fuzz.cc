// SPDX-License-Identifier: EUPL-1.2
// Whatever the bytes are, they are refused with a reason or give renditions that can be read back, in their
// size.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "fuzz/harness.h"
#include "pictures/answer.h"

namespace wegwijzer::pictures {

WEGWIJZER_HARNESS(picture)(std::uint8_t const* bytes, std::size_t size) {
  std::string_view const file(reinterpret_cast<char const*>(bytes), size);
  auto const made = reencode(file, {.pixels = 300'000});
  if (!made) {
    check(made.error().key.starts_with("picture."), "a refusal has a reason");
  } else {
    check(read_answer(write_answer(made)) == made, "an answer says what was made");
    for (auto const& one : *made) {
      auto const raster = decode(one.webp, {});
      check(raster && raster->width == one.width && raster->height == one.height,
            "what is made is a picture");
    }
  }
  [[maybe_unused]] auto const answer = read_answer(file);
  return 0;
}

}  // namespace wegwijzer::pictures
