// SPDX-License-Identifier: EUPL-1.2
#include "letters/font.h"

#include <freetype/freetype.h>
#include <freetype/ftmm.h>
#include <freetype/ftmodapi.h>

#include <algorithm>
#include <cmath>

#include "base/check.h"

namespace wegwijzer::letters {

namespace {

// FreeType tells distances of at most so many pixels as 0 to 255, with 128 on the outline. Ours reach 6 pixels
// outward (191 / (255 / 8)) and 2 inward.
constexpr int spread = 6;

// MapLibre lays the middle of a line 17 pixels below the top of its letters: with the baseline here, capitals of
// seven tenths of the height stand in the middle of the line.
constexpr int baseline = 25;

void must(FT_Error error, char const* why) {
  check(error == 0, why);
}

char ours(int theirs) {
  double const pixels_inside = (theirs - 128) * spread / 128.0;
  return static_cast<char>(std::clamp(std::lround(191.25 + pixels_inside * 255 / 8), 0L, 255L));
}

// FreeType leaves room for the whole spread around what is inked.
std::string without_room(FT_Bitmap const& bitmap) {
  constexpr unsigned more = spread - border;
  std::string bytes;
  for (unsigned y = more; y + more < bitmap.rows; ++y) {
    auto const* const row = bitmap.buffer + static_cast<std::ptrdiff_t>(y) * bitmap.pitch;
    for (unsigned x = more; x + more < bitmap.width; ++x) bytes += ours(row[x]);
  }
  return bytes;
}

void draw(FT_GlyphSlot slot, Letter& letter) {
  must(FT_Render_Glyph(slot, FT_RENDER_MODE_SDF), "a letter has distances");
  letter.width = static_cast<int>(slot->bitmap.width) - 2 * spread;
  letter.height = static_cast<int>(slot->bitmap.rows) - 2 * spread;
  letter.left = slot->bitmap_left + spread;
  letter.top = slot->bitmap_top - spread - baseline;
  letter.distances = without_room(slot->bitmap);
}

}  // namespace

struct Font::Faces {
  Faces() {
    must(FT_Init_FreeType(&library), "FreeType starts");
    FT_Int const room = spread;
    must(FT_Property_Set(library, "sdf", "spread", &room), "FreeType can tell distances");
    // The parts of a letter in a font with weights may lie over each other.
    FT_Bool const overlaps = 1;
    must(FT_Property_Set(library, "sdf", "overlaps", &overlaps), "FreeType can join parts");
  }

  ~Faces() {
    for (auto* const face : all) FT_Done_Face(face);
    FT_Done_FreeType(library);
  }

  Faces(Faces const&) = delete;
  Faces& operator=(Faces const&) = delete;

  void add(std::filesystem::path const& file, int weight) {
    FT_Face face = nullptr;
    must(FT_New_Face(library, file.c_str(), 0, &face), "the file is a font");
    all.push_back(face);
    FT_Fixed coordinate = FT_Fixed{weight} * 65536;
    must(FT_Set_Var_Design_Coordinates(face, 1, &coordinate), "the font has weights");
    must(FT_Set_Pixel_Sizes(face, 0, height), "the font can be drawn at any size");
  }

  FT_Library library = nullptr;
  std::vector<FT_Face> all;
};

Font::Font(std::vector<std::filesystem::path> const& files, int weight) : faces_(std::make_unique<Faces>()) {
  for (auto const& file : files) faces_->add(file, weight);
}

Font::~Font() = default;

std::optional<Letter> Font::letter(std::uint32_t sign) const {
  auto const has = [&](FT_Face face) { return FT_Get_Char_Index(face, sign) != 0; };
  auto const face = std::ranges::find_if(faces_->all, has);
  if (face == faces_->all.end()) return std::nullopt;
  must(FT_Load_Char(*face, sign, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP), "a sign of the font can be loaded");
  auto* const slot = (*face)->glyph;
  Letter letter;
  letter.sign = sign;
  letter.advance = static_cast<int>(std::lround(static_cast<double>(slot->linearHoriAdvance) / 65536));
  if (slot->outline.n_contours > 0) draw(slot, letter);
  return letter;
}

}  // namespace wegwijzer::letters
