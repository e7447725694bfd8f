// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <future>

#include "kit/file_content.h"
#include "kit/picture_files.h"
#include "pictures/answer.h"
#include "pictures/apart.h"

namespace wegwijzer::pictures {

namespace {

Raster decoded(std::string const& bytes) {
  return decode(bytes, {}).value();
}

std::string error_of(Result<Renditions> const& made) {
  return made ? "" : made.error().key;
}

// The folder in /proc of the process that this one started to make a picture.
std::filesystem::path maker_at_work() {
  auto const ours = "\nPPid:\t" + std::to_string(getpid()) + "\n";
  for (auto const& one : std::filesystem::directory_iterator("/proc")) {
    if (!content(one.path() / "cmdline").starts_with("making-a-picture")) continue;
    if (content(one.path() / "status").find(ours) != std::string::npos) return one.path();
  }
  return {};
}

}  // namespace

TEST(Pictures, are_read_by_what_they_are_not_by_their_name) {
  auto const drawn = red_above_blue(40, 20);
  for (auto const& bytes : {jpeg_of(drawn), png_of(drawn), reencode(png_of(drawn))->front().webp}) {
    auto const raster = decoded(bytes);
    EXPECT_EQ(raster.width, 40);
    EXPECT_EQ(raster.height, 20);
    EXPECT_TRUE(about(raster.at(20, 4), red));
    EXPECT_TRUE(about(raster.at(20, 15), blue));
  }
}

TEST(Pictures, come_in_two_widths_and_are_never_made_larger) {
  auto const large = reencode(jpeg_of(red_above_blue(2'000, 1'000))).value();
  ASSERT_EQ(large.size(), 2U);
  EXPECT_EQ(large[0].width, 480);
  EXPECT_EQ(large[0].height, 240);
  EXPECT_EQ(large[1].width, 1'200);
  EXPECT_EQ(large[1].height, 600);
  auto const between = reencode(png_of(red_above_blue(600, 300))).value();
  ASSERT_EQ(between.size(), 2U);
  EXPECT_EQ(between[1].width, 600);
  auto const small = reencode(png_of(red_above_blue(300, 200))).value();
  ASSERT_EQ(small.size(), 1U);
  EXPECT_EQ(small[0].width, 300);
}

// 6 is "the right side of what the camera saw is above": shown, red lies at the right. EXIF 2.32, 4.6.4 A.
TEST(Pictures, stand_upright_however_the_camera_was_held) {
  auto const jpeg = jpeg_of(red_above_blue(64, 32));
  auto const turned = decoded(with_exif(jpeg, 6, ""));
  EXPECT_EQ(turned.width, 32);
  EXPECT_EQ(turned.height, 64);
  EXPECT_TRUE(about(turned.at(28, 32), red));
  EXPECT_TRUE(about(turned.at(3, 32), blue));
  auto const over = decoded(with_exif(jpeg, 3, ""));
  EXPECT_TRUE(about(over.at(32, 3), blue));
  auto const left = decoded(with_exif(jpeg, 8, ""));
  EXPECT_TRUE(about(left.at(3, 32), red));
}

TEST(Pictures, turn_back_by_the_turn_that_undoes_it) {
  auto const drawn = red_above_blue(8, 6);
  for (auto const& [turn, back] : {std::pair{2, 2}, {3, 3}, {4, 4}, {5, 5}, {6, 8}, {7, 7}, {8, 6}}) {
    EXPECT_EQ(upright(upright(drawn, turn), back), drawn) << turn;
  }
}

TEST(Pictures, keep_nothing_of_where_they_were_taken) {
  std::string const secret = "52.0116 N 4.3571 E";
  auto const file = with_exif(jpeg_of(red_above_blue(600, 400)), 1, secret);
  ASSERT_NE(file.find(secret), file.npos);
  auto const made = reencode(file).value();
  for (auto const& one : made) EXPECT_EQ(one.webp.find(secret), one.webp.npos);
}

// Two columns of red and blue by one of purple: half of each.
TEST(Pictures, are_scaled_by_the_mean_of_what_a_pixel_covers) {
  Raster stripes(4, 2);
  for (int y = 0; y < 2; ++y) {
    for (int x = 0; x < 4; ++x) std::copy_n(x % 2 == 0 ? red : blue, 4, stripes.at(x, y));
  }
  auto const half = scaled(stripes, 2);
  EXPECT_EQ(half.height, 1);
  EXPECT_EQ(half.at(0, 0)[0], 120);
  EXPECT_EQ(half.at(1, 0)[2], 120);
}

// A logo: its right half is seen through.
TEST(Pictures, keep_what_is_seen_through) {
  auto logo = red_above_blue(600, 300);
  for (int y = 0; y < 300; ++y) {
    for (int x = 300; x < 600; ++x) logo.at(x, y)[3] = 0;
  }
  auto const made = reencode_apart(png_of(logo)).value();
  for (auto const& one : made) {
    auto const shown = decoded(one.webp);
    EXPECT_EQ(shown.at(one.width * 3 / 4, one.height / 4)[3], 0);
    EXPECT_EQ(shown.at(one.width / 4, one.height / 4)[3], 255);
    EXPECT_TRUE(about(shown.at(one.width / 4, one.height / 4), red));
  }
}

// Half a pixel of red beside half a pixel of nothing: red, half seen through, whatever colour the nothing
// has.
TEST(Pictures, mix_no_colour_of_what_is_seen_through) {
  Raster pair(2, 1);
  std::copy_n(red, 4, pair.at(0, 0));
  std::copy_n(blue, 3, pair.at(1, 0));
  auto const one = scaled(pair, 1);
  EXPECT_EQ(one.at(0, 0)[0], 220);
  EXPECT_EQ(one.at(0, 0)[2], 20);
  EXPECT_EQ(one.at(0, 0)[3], 128);
}

// Of ink, as Adobe writes it: cyan 220, magenta 20 and yellow 20 of 255 are left out, black all.
TEST(Pictures, made_for_a_press_are_shown_in_the_colours_of_a_screen) {
  auto const shown = decoded(jpeg_of(red_above_blue(64, 64), TJPF_CMYK));
  EXPECT_TRUE(about(shown.at(32, 8), red));
  EXPECT_TRUE(about(shown.at(32, 56), blue));
  EXPECT_EQ(shown.at(32, 8)[3], 255);
}

TEST(Pictures, with_bytes_too_many_are_read_and_with_too_few_are_damaged) {
  auto const jpeg = jpeg_of(red_above_blue(64, 64));
  auto const surplus = jpeg.substr(0, jpeg.size() - 2) + "xyz" + jpeg.substr(jpeg.size() - 2);
  EXPECT_EQ(reencode(surplus), reencode(jpeg));
  EXPECT_EQ(error_of(reencode(jpeg.substr(0, jpeg.size() - 40))), "picture.damaged");
}

// The byte behind the length in the segment of kind C0 says how many bits a colour has: 12 instead of 8.
TEST(Pictures, of_a_rare_kind_are_not_called_damaged) {
  auto jpeg = jpeg_of(red_above_blue(64, 64));
  jpeg[jpeg.find("\xff\xc0") + 4] = 12;
  // Not apart: libjpeg jumps back from an error, at which the address sanitizer makes a call that is
  // forbidden there.
  EXPECT_EQ(error_of(reencode(jpeg)), "picture.unusual_jpeg");
}

TEST(Pictures, refuse_what_is_none_with_a_reason) {
  auto const jpeg = jpeg_of(red_above_blue(64, 64));
  EXPECT_EQ(error_of(reencode("GIF89a")), "picture.unknown_kind");
  EXPECT_EQ(error_of(reencode("")), "picture.unknown_kind");
  EXPECT_EQ(error_of(reencode(jpeg.substr(0, 30))), "picture.damaged");
  EXPECT_EQ(error_of(reencode(png_of(red_above_blue(64, 64)).substr(0, 60))), "picture.damaged");
  EXPECT_EQ(error_of(reencode(jpeg, {.pixels = 64 * 63})), "picture.too_many_pixels");
  EXPECT_EQ(error_of(reencode(png_of(red_above_blue(600, 100)))), "picture.odd_shape");
  EXPECT_EQ(error_of(reencode_apart(std::string(most_bytes + 1, 'x'))), "picture.too_large");
}

TEST(Pictures, are_made_the_same_in_a_process_apart) {
  auto const file = jpeg_of(red_above_blue(1'500, 1'000));
  auto const apart = reencode_apart(file);
  ASSERT_TRUE(apart.has_value()) << apart.error().key;
  EXPECT_EQ(*apart, *reencode(file));
  EXPECT_EQ(error_of(reencode_apart("GIF89a")), "picture.unknown_kind");
}

TEST(Pictures, are_made_by_a_process_that_was_not_told_what_we_know) {
  setenv("SECRET_OF_THE_SERVER", "a key", 1);
  auto const file = png_of(red_above_blue(6'000, 6'000));
  auto made = std::async(std::launch::async, [&] { return reencode_apart(file); });
  std::filesystem::path maker;
  while (maker.empty() && made.wait_for(std::chrono::milliseconds(1)) == std::future_status::timeout)
    maker = maker_at_work();
  ASSERT_FALSE(maker.empty());
  EXPECT_EQ(content(maker / "environ"), std::string("WEGWIJZER_MAKES_A_PICTURE=yes") + '\0');
  EXPECT_TRUE(made.get().has_value());
  unsetenv("SECRET_OF_THE_SERVER");
}

TEST(Pictures, stop_when_they_take_too_much_memory_or_time) {
  auto const file = png_of(red_above_blue(4'000, 4'000));  // 48 MB as a raster
  EXPECT_EQ(error_of(reencode_apart(file, {.memory = 10U << 20U})), "picture.stopped");
  EXPECT_EQ(error_of(reencode_apart(file, {.time = std::chrono::seconds(0)})), "picture.stopped");
}

TEST(Pictures, believe_no_answer_that_is_not_sound) {
  auto const sound = write_answer(reencode(png_of(red_above_blue(600, 400))));
  EXPECT_TRUE(read_answer(sound).has_value());
  for (auto const& wrong : {std::string(), std::string("x"), sound.substr(0, sound.size() - 1), sound + "x",
                            "p" + std::string(12, '\xff'), sound + sound.substr(1)}) {
    EXPECT_EQ(error_of(read_answer(wrong)), "picture.stopped");
  }
}

}  // namespace wegwijzer::pictures
