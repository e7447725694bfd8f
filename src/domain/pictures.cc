// SPDX-License-Identifier: EUPL-1.2
#include "domain/pictures.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/words.h"

namespace wegwijzer {

namespace {

constexpr int small_width = 480;
constexpr std::int64_t most_pixels_across = 100'000;

bool is_checksum(std::string_view text) {
  auto const hexadecimal = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  return text.size() == 32 && std::ranges::all_of(text, hexadecimal);
}

std::string_view take_until(std::string_view& text, char end) {
  auto const part = text.substr(0, text.find(end));
  text.remove_prefix(std::min(text.size(), part.size() + 1));
  return part;
}

int size_of(std::string_view text) {
  auto const number = whole_number(text);
  return number && *number > 0 && *number <= most_pixels_across ? static_cast<int>(*number) : 0;
}

}  // namespace

Result<Picture> Picture::parse(std::string_view line) {
  auto rest = line;
  Picture picture;
  picture.checksum = take_until(rest, ' ');
  picture.width = size_of(take_until(rest, 'x'));
  picture.height = size_of(take_until(rest, ' '));
  picture.description = rest;
  bool const sound =
      is_checksum(picture.checksum) && picture.width > 0 && picture.height > 0 && !rest.empty();
  if (sound) return picture;
  return fail(Fault::invalid, "picture.not_a_picture", {{"value", std::string(line.substr(0, 100))}});
}

std::string text(Picture const& picture) {
  return fmt::format("{} {}x{} {}", picture.checksum, picture.width, picture.height, picture.description);
}

std::vector<int> picture_widths(int width) {
  return width <= small_width ? std::vector{width} : std::vector{small_width, width};
}

std::string picture_name(Picture const& picture, int width) {
  return fmt::format("{}-{}.webp", picture.checksum, width);
}

Result<Pictures> Pictures::parse(std::string_view text) {
  Pictures pictures;
  while (!text.empty()) {
    auto picture = Picture::parse(take_until(text, '\n'));
    if (!picture) return fail(std::move(picture.error()));
    pictures.all.push_back(*std::move(picture));
  }
  return pictures;
}

std::string text(Pictures const& pictures) {
  std::string out;
  for (auto const& picture : pictures.all) {
    if (!out.empty()) out += '\n';
    out += text(picture);
  }
  return out;
}

}  // namespace wegwijzer
