// SPDX-License-Identifier: EUPL-1.2
// Reads a file of letters back, as MapLibre would, and checks on the way that each has as many bytes as its
// size says.
#pragma once

#include <map>
#include <protozero/pbf_reader.hpp>
#include <string>

#include "base/check.h"

namespace wegwijzer {

struct ReadGlyph {
  static constexpr int border = 3;  // the format's

  int width = 0, height = 0, left = 0, top = 0, advance = 0;
  std::string distances;

  // Of the pixel in column x and row y of what is inked; negative is in the border.
  int at(int x, int y) const {
    auto const columns = width + 2 * border;
    return static_cast<unsigned char>(
        distances.at(static_cast<std::size_t>((y + border) * columns + x + border)));
  }
};

struct ReadGlyphs {
  std::string name, range;
  std::map<std::uint32_t, ReadGlyph> letters;

  static ReadGlyphs read(std::string_view bytes) {
    ReadGlyphs found;
    protozero::pbf_reader file(bytes.data(), bytes.size());
    check(file.next(1), "a file has one stack of letters");
    auto stack = file.get_message();
    while (stack.next()) {
      if (stack.tag() == 1)
        found.name = stack.get_string();
      else if (stack.tag() == 2)
        found.range = stack.get_string();
      else if (stack.tag() == 3)
        check(found.letters.insert(glyph(stack.get_message())).second, "a sign comes once");
      else
        stack.skip();
    }
    check(!file.next(), "a file has one stack of letters");
    return found;
  }

 private:
  static std::pair<std::uint32_t, ReadGlyph> glyph(protozero::pbf_reader reader) {
    std::uint32_t sign = 0;
    ReadGlyph glyph;
    while (reader.next()) {
      if (reader.tag() == 1)
        sign = reader.get_uint32();
      else if (reader.tag() == 2)
        glyph.distances = reader.get_bytes();
      else if (reader.tag() == 3)
        glyph.width = static_cast<int>(reader.get_uint32());
      else if (reader.tag() == 4)
        glyph.height = static_cast<int>(reader.get_uint32());
      else if (reader.tag() == 5)
        glyph.left = reader.get_sint32();
      else if (reader.tag() == 6)
        glyph.top = reader.get_sint32();
      else if (reader.tag() == 7)
        glyph.advance = static_cast<int>(reader.get_uint32());
      else
        reader.skip();
    }
    auto const size = (glyph.width + 2 * ReadGlyph::border) * (glyph.height + 2 * ReadGlyph::border);
    bool const blank = glyph.width == 0 && glyph.height == 0;
    check(glyph.distances.size() == (blank ? 0U : static_cast<std::size_t>(size)), "a byte for each pixel");
    return {sign, glyph};
  }
};

}  // namespace wegwijzer
