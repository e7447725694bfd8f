// SPDX-License-Identifier: EUPL-1.2
#include "print/qr_code.h"

#include <gtest/gtest.h>

#include "base/check.h"
#include "kit/said_by.h"
#include "kit/temporary_folder.h"

namespace wegwijzer::print {

namespace {

// A grey picture (PGM) with squares of four pixels.
std::string picture_of(QrCode const& code) {
  constexpr int pixels = 4;
  auto const side = code.side() + 2 * quiet_zone;
  auto const pixel = [&](int x, int y) {
    auto const column = x / pixels - quiet_zone, row = y / pixels - quiet_zone;
    bool const inside = column >= 0 && row >= 0 && column < code.side() && row < code.side();
    return inside && code.dark(column, row) ? '\0' : '\xff';
  };
  auto out = "P5 " + std::to_string(side * pixels) + " " + std::to_string(side * pixels) + " 255\n";
  for (int y = 0; y < side * pixels; ++y) {
    for (int x = 0; x < side * pixels; ++x) out += pixel(x, y);
  }
  return out;
}

std::string read_by_zbar(QrCode const& code) {
  TemporaryFolder const folder;
  auto const file = written(folder.path("code.pgm"), picture_of(code));
  auto said = said_by("zbarimg --nodbus --quiet --raw " + file.string());
  if (said.ends_with('\n')) said.pop_back();
  return said;
}

}  // namespace

TEST(QrCode, is_read_by_another_program_as_the_same_address) {
  std::string const site = "https://wegwijzer.example/";
  for (auto const& address :
       {site + "k/k7m3q9x2bb", site + "offerings?area=BU05031203&theme=music&q=b%C3%A9b%C3%A9",
        site + std::string(longest_in_qr_code - site.size(), 'a')}) {
    EXPECT_EQ(read_by_zbar(QrCode::of(address)), address);
  }
}

TEST(QrCode, is_drawn_with_the_white_border_that_a_telephone_needs) {
  auto const code = QrCode::of("https://wegwijzer.example/");
  // 26 bytes at 15% correction take version 2: 25 squares a side (ISO/IEC 18004), and 4 on each side.
  EXPECT_EQ(code.side(), 25);
  auto const drawn = svg(code, "naar <Wegwijzer> & verder");
  EXPECT_NE(drawn.find("viewBox=\"0 0 33 33\""), std::string::npos);
  EXPECT_NE(drawn.find("<title>naar &lt;Wegwijzer> &amp; verder</title>"), std::string::npos);
  // The first row begins with the upper side of a corner mark: seven dark squares.
  EXPECT_NE(drawn.find("d=\"M4 4h7v1h-7z"), std::string::npos);
}

TEST(QrCode, of_nothing_or_of_too_much_is_a_bug) {
  EXPECT_THROW(QrCode::of(""), Broken);
  EXPECT_THROW(QrCode::of(std::string(longest_in_qr_code + 1, 'a')), Broken);
}

}  // namespace wegwijzer::print
