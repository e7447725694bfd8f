// SPDX-License-Identifier: EUPL-1.2
// On Figtree as the site has it; what is expected follows from its outlines, in thousandths of its height.
#include "letters/font.h"

#include <freetype/freetype.h>
#include <freetype/ftmm.h>
#include <gtest/gtest.h>

#include "base/check.h"
#include "kit/read_glyphs.h"
#include "letters/glyph_range.h"

namespace wegwijzer::letters {

namespace {

std::filesystem::path const fonts = WEGWIJZER_FONTS;

Font figtree(int weight) {
  return Font({fonts / "text.woff2", fonts / "text-further.woff2", fonts / "text-extended.woff2"}, weight);
}

ReadGlyphs signs_from(std::uint32_t first, int weight = 400) {
  return ReadGlyphs::read(glyph_range(figtree(weight), "Figtree", first));
}

int inside(double pixels) {
  return static_cast<int>(191.25 + pixels * 255 / 8);
}

// The same letter painted by FreeType's other way: how much of each pixel is covered, of 255.
class Painted {
 public:
  Painted(char const* file, int weight) {
    check(FT_Init_FreeType(&library_) == 0, "FreeType starts");
    check(FT_New_Face(library_, (fonts / file).c_str(), 0, &face_) == 0, "the file is a font");
    FT_Fixed coordinate = FT_Fixed{weight} * 65536;
    check(FT_Set_Var_Design_Coordinates(face_, 1, &coordinate) == 0, "the font has weights");
    check(FT_Set_Pixel_Sizes(face_, 0, height) == 0, "the font can be drawn at any size");
  }

  ~Painted() {
    FT_Done_Face(face_);
    FT_Done_FreeType(library_);
  }

  Painted(Painted const&) = delete;
  Painted& operator=(Painted const&) = delete;

  bool has(std::uint32_t sign) const { return FT_Get_Char_Index(face_, sign) != 0; }

  void paint(std::uint32_t sign) const {
    check(FT_Load_Char(face_, sign, FT_LOAD_NO_HINTING | FT_LOAD_RENDER) == 0, "it can be painted");
  }

  // How much ink the last sign has in this pixel, of 255; counted from where it begins and down from the
  // baseline.
  int ink(int x, int y) const {
    auto const& bitmap = face_->glyph->bitmap;
    auto const column = x - face_->glyph->bitmap_left, row = y + face_->glyph->bitmap_top;
    bool const painted = column >= 0 && column < static_cast<int>(bitmap.width) && row >= 0 &&
                         row < static_cast<int>(bitmap.rows);
    return painted ? bitmap.buffer[row * bitmap.pitch + column] : 0;
  }

 private:
  FT_Library library_ = nullptr;
  FT_Face face_ = nullptr;
};

// How many pixels are inside by one way, and by the other more than half a pixel outside; or the other way
// round.
int disagreements(Painted const& painted, ReadGlyph const& glyph) {
  constexpr int baseline = 25;  // below the top of the line
  int found = 0;
  for (int y = 0; y < glyph.height; ++y) {
    for (int x = 0; x < glyph.width; ++x) {
      int const covered = painted.ink(glyph.left + x, y - glyph.top - baseline);
      if (covered > 190 && glyph.at(x, y) < inside(-0.5)) ++found;
      if (covered < 65 && glyph.at(x, y) > inside(0.5)) ++found;
    }
  }
  return found;
}

}  // namespace

// A dash is a box: from 0 to 550 along the line and from 261 to 334 above it, so at 24 pixels 13.2 wide and
// from 6.264 to 8.016: it touches 14 columns and the rows 6, 7 and 8.
TEST(Letters, tell_for_each_pixel_how_far_the_outline_is) {
  auto const dash = signs_from(0x2000).letters.at(0x2013);
  EXPECT_EQ(dash.width, 14);
  EXPECT_EQ(dash.height, 3);
  EXPECT_EQ(dash.left, 0);
  EXPECT_EQ(dash.top, 9 - 25);  // upward from a baseline that is 25 below the top
  int const middle = 6;
  auto const steps = 3;  // half a step of 4, and half of a sixteenth of a pixel
  EXPECT_NEAR(dash.at(middle, -2), inside(8.016 - 10.5), steps);
  EXPECT_NEAR(dash.at(middle, 0), inside(8.016 - 8.5), steps);
  EXPECT_NEAR(dash.at(middle, 1), inside(8.016 - 7.5), steps);
  EXPECT_NEAR(dash.at(middle, 2), inside(6.5 - 6.264), steps);
  EXPECT_NEAR(dash.at(middle, 4), inside(4.5 - 6.264), steps);
  EXPECT_NEAR(dash.at(-3, 1), inside(-2.5), steps);
}

// 'l' is 220 wide and bold 246, 'm' 851 and 872, the space 247 and 238: times 24 / 1000 and rounded.
TEST(Letters, lead_on_to_the_next_one_as_the_font_says) {
  auto const plain = signs_from(0).letters, bold = signs_from(0, 700).letters;
  EXPECT_EQ(plain.at('l').advance, 5);
  EXPECT_EQ(bold.at('l').advance, 6);
  EXPECT_EQ(plain.at('m').advance, 20);
  EXPECT_EQ(bold.at('m').advance, 21);
  EXPECT_EQ(plain.at(' ').advance, 6);
  EXPECT_EQ(plain.at(' ').width, 0);
}

// Capitals are 700 high, 16.8 pixels, and MapLibre lays the middle of a line 17 below the top.
TEST(Letters, stand_with_their_capitals_in_the_middle_of_the_line) {
  auto const capital = signs_from(0).letters.at('H');
  EXPECT_NEAR(-capital.top + capital.height / 2.0, 17, 0.5);
}

// Also where parts of a letter lie over each other, as the stroke through 'Ł' does.
TEST(Letters, are_inside_where_a_painter_would_put_ink) {
  for (int const weight : {400, 700}) {
    auto const font = figtree(weight);
    Painted const common("text.woff2", weight), further("text-further.woff2", weight),
        extended("text-extended.woff2", weight);
    for (std::uint32_t const first : {0U, 256U}) {
      for (auto const& [sign, glyph] : ReadGlyphs::read(glyph_range(font, "Figtree", first)).letters) {
        auto const& file = common.has(sign) ? common : further.has(sign) ? further : extended;
        file.paint(sign);
        EXPECT_EQ(disagreements(file, glyph), 0) << sign << " at " << weight;
      }
    }
  }
}

TEST(GlyphRange, has_its_name_and_its_256_signs) {
  auto const range = signs_from(256);
  EXPECT_EQ(range.name, "Figtree");
  EXPECT_EQ(range.range, "256-511");
  EXPECT_GE(range.letters.begin()->first, 256U);
  EXPECT_LE(range.letters.rbegin()->first, 511U);
}

TEST(GlyphRange, is_a_file_without_letters_where_the_font_has_none) {
  EXPECT_TRUE(signs_from(0x2800).letters.empty());
}

TEST(GlyphRange, is_the_same_each_time) {
  EXPECT_EQ(glyph_range(figtree(400), "Figtree", 0), glyph_range(figtree(400), "Figtree", 0));
}

TEST(Letters, are_not_made_from_what_is_no_font) {
  EXPECT_THROW(Font({fonts / "text.txt"}, 400), Broken);
  EXPECT_THROW(Font({fonts / "missing.woff2"}, 400), Broken);
}

}  // namespace wegwijzer::letters
