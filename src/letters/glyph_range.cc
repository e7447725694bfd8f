// SPDX-License-Identifier: EUPL-1.2
#include "letters/glyph_range.h"

#include <protozero/pbf_writer.hpp>

namespace wegwijzer::letters {

namespace {

// Field numbers of glyphs.proto.
namespace field {
enum : protozero::pbf_tag_type { stack = 1 };

enum : protozero::pbf_tag_type { stack_name = 1, stack_range, stack_glyph };

enum : protozero::pbf_tag_type {
  glyph_sign = 1,
  glyph_bitmap,
  glyph_width,
  glyph_height,
  glyph_left,
  glyph_top,
  glyph_advance
};
}  // namespace field

void write(Letter const& letter, protozero::pbf_writer glyph) {
  glyph.add_uint32(field::glyph_sign, letter.sign);
  if (!letter.distances.empty()) glyph.add_bytes(field::glyph_bitmap, letter.distances);
  glyph.add_uint32(field::glyph_width, static_cast<std::uint32_t>(letter.width));
  glyph.add_uint32(field::glyph_height, static_cast<std::uint32_t>(letter.height));
  glyph.add_sint32(field::glyph_left, letter.left);
  glyph.add_sint32(field::glyph_top, letter.top);
  glyph.add_uint32(field::glyph_advance, static_cast<std::uint32_t>(letter.advance));
}

}  // namespace

std::string range_name(std::uint32_t first) {
  return std::to_string(first) + "-" + std::to_string(first + signs_in_a_range - 1);
}

std::string glyph_range(Font const& font, std::string_view name, std::uint32_t first) {
  std::string bytes;
  protozero::pbf_writer file(bytes);
  protozero::pbf_writer stack(file, field::stack);
  stack.add_string(field::stack_name, name.data(), name.size());
  stack.add_string(field::stack_range, range_name(first));
  for (auto sign = first; sign < first + signs_in_a_range; ++sign) {
    if (auto const letter = font.letter(sign)) write(*letter, {stack, field::stack_glyph});
  }
  stack.commit();
  return bytes;
}

}  // namespace wegwijzer::letters
