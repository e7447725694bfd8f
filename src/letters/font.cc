// SPDX-License-Identifier: EUPL-1.2
#include "letters/font.h"

#include <freetype/freetype.h>
#include <freetype/ftmm.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/check.h"

namespace wegwijzer::letters {

namespace {

// FreeType's own distances go wrong where parts of a letter lie over each other, as they do in a font with
// weights. So a letter is painted this many times larger, and distances are measured to the border of what is
// painted.
constexpr int scale = 16;

// MapLibre lays the middle of a line 17 pixels below the top of its letters: with the baseline here, capitals
// of seven tenths of the height stand in the middle of the line.
constexpr int baseline = 25;

void must(FT_Error error, char const* why) {
  check(error == 0, why);
}

// In cells of what is painted: to the right of where the letter begins, and below the baseline.
struct Point {
  float x = 0;
  float y = 0;
};

class Painting {
 public:
  explicit Painting(FT_GlyphSlot slot)
      : bitmap_(slot->bitmap), left_(slot->bitmap_left), top_(-slot->bitmap_top) {
    for (int y = top_ - 1; y < bottom(); ++y) {
      for (int x = left_ - 1; x < right(); ++x) add_border(x, y);
    }
  }

  int left() const { return left_; }

  int top() const { return top_; }

  int right() const { return left_ + static_cast<int>(bitmap_.width); }

  int bottom() const { return top_ + static_cast<int>(bitmap_.rows); }

  bool inked(int x, int y) const {
    if (x < left_ || x >= right() || y < top_ || y >= bottom()) return false;
    return bitmap_.buffer[(y - top_) * bitmap_.pitch + x - left_] > 127;
  }

  // In pixels, more than 0 inside.
  float inside(Point from) const {
    auto nearest = std::numeric_limits<float>::max();
    for (auto const at : border_) {
      auto const x = at.x - from.x, y = at.y - from.y;
      nearest = std::min(nearest, x * x + y * y);
    }
    auto const distance = std::sqrt(nearest) / scale;
    return inked(static_cast<int>(std::floor(from.x)), static_cast<int>(std::floor(from.y))) ? distance
                                                                                             : -distance;
  }

 private:
  // Between a cell and those to its right and below it.
  void add_border(int x, int y) {
    auto const at = Point{static_cast<float>(x), static_cast<float>(y)};
    if (inked(x, y) != inked(x + 1, y)) border_.push_back({at.x + 1, at.y + 0.5F});
    if (inked(x, y) != inked(x, y + 1)) border_.push_back({at.x + 0.5F, at.y + 1});
  }

  FT_Bitmap const& bitmap_;
  int left_, top_;
  std::vector<Point> border_;
};

// The whole pixels that hold so many cells.
int pixels_before(int cells) {
  return static_cast<int>(std::floor(static_cast<float>(cells) / scale));
}

int pixels_until(int cells) {
  return -pixels_before(-cells);
}

// In steps of an eighth of a pixel, which nobody sees and which gzip makes a third smaller.
char byte(float pixels_inside) {
  constexpr int step = 4;
  auto const steps = std::lround((191.25F + pixels_inside * 255 / 8) / step);
  return static_cast<char>(std::clamp(steps * step, 0L, 255L));
}

void measure(Painting const& painting, Letter& letter) {
  auto const top = pixels_before(painting.top());
  letter.left = pixels_before(painting.left());
  letter.width = pixels_until(painting.right()) - letter.left;
  letter.height = pixels_until(painting.bottom()) - top;
  letter.top = -top - baseline;
  auto const middle_of = [](int pixel) { return static_cast<float>(pixel * scale) + scale / 2.0F; };
  for (int y = top - border; y < top + letter.height + border; ++y) {
    for (int x = letter.left - border; x < letter.left + letter.width + border; ++x) {
      letter.distances += byte(painting.inside({middle_of(x), middle_of(y)}));
    }
  }
}

}  // namespace

struct Font::Faces {
  Faces() { must(FT_Init_FreeType(&library), "FreeType starts"); }

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
    must(FT_Set_Pixel_Sizes(face, 0, height * scale), "the font can be drawn at any size");
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
  must(FT_Load_Char(*face, sign, FT_LOAD_NO_HINTING | FT_LOAD_RENDER), "a sign of the font can be painted");
  auto* const slot = (*face)->glyph;
  Letter letter;
  letter.sign = sign;
  auto const advance =
      static_cast<double>(slot->linearHoriAdvance) / 65536;  // of the letter as it was painted
  letter.advance = static_cast<int>(std::lround(advance / scale));
  if (slot->bitmap.width > 0) measure(Painting(slot), letter);
  return letter;
}

}  // namespace wegwijzer::letters
