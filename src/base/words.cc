// SPDX-License-Identifier: EUPL-1.2
#include "base/words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace wegwijzer {

namespace {

struct Decoded {
  char32_t sign = 0;
  std::size_t bytes = 0;  // 0: not UTF-8
};

Decoded decode(std::string_view text) {
  auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  auto const lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  std::size_t const bytes = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || text.size() < bytes) return {};
  char32_t sign = lead & (0xff >> (bytes + 1));
  for (std::size_t i = 1; i < bytes; ++i) {
    if ((byte(i) & 0xc0) != 0x80) return {};
    sign = sign << 6 | (byte(i) & 0x3f);
  }
  constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
  bool const surrogate = sign >= 0xd800 && sign < 0xe000;
  if (sign < least[bytes] || sign > 0x10ffff || surrogate) return {};
  return {sign, bytes};
}

struct Folding {
  char32_t first, last;
  std::string_view to;
};

// Latin-1 and Latin Extended-A, folded to the letters that a Dutch keyboard has.
constexpr Folding foldings[] = {
    {0xc0, 0xc5, "a"},   {0xc6, 0xc6, "ae"},  {0xc7, 0xc7, "c"},   {0xc8, 0xcb, "e"},    {0xcc, 0xcf, "i"},
    {0xd0, 0xd0, "d"},   {0xd1, 0xd1, "n"},   {0xd2, 0xd6, "o"},   {0xd8, 0xd8, "o"},    {0xd9, 0xdc, "u"},
    {0xdd, 0xdd, "y"},   {0xde, 0xde, "th"},  {0xdf, 0xdf, "ss"},  {0xe0, 0xe5, "a"},    {0xe6, 0xe6, "ae"},
    {0xe7, 0xe7, "c"},   {0xe8, 0xeb, "e"},   {0xec, 0xef, "i"},   {0xf0, 0xf0, "d"},    {0xf1, 0xf1, "n"},
    {0xf2, 0xf6, "o"},   {0xf8, 0xf8, "o"},   {0xf9, 0xfc, "u"},   {0xfd, 0xfd, "y"},    {0xfe, 0xfe, "th"},
    {0xff, 0xff, "y"},   {0x100, 0x105, "a"}, {0x106, 0x10d, "c"}, {0x10e, 0x111, "d"},  {0x112, 0x11b, "e"},
    {0x11c, 0x123, "g"}, {0x124, 0x127, "h"}, {0x128, 0x131, "i"}, {0x132, 0x133, "ij"}, {0x134, 0x135, "j"},
    {0x136, 0x138, "k"}, {0x139, 0x142, "l"}, {0x143, 0x14b, "n"}, {0x14c, 0x151, "o"},  {0x152, 0x153, "oe"},
    {0x154, 0x159, "r"}, {0x15a, 0x161, "s"}, {0x162, 0x167, "t"}, {0x168, 0x173, "u"},  {0x174, 0x175, "w"},
    {0x176, 0x178, "y"}, {0x179, 0x17e, "z"},
};

std::string_view folded_letter(char32_t sign) {
  for (auto const& row : foldings) {
    if (sign >= row.first && sign <= row.last) return row.to;
  }
  return {};
}

bool combining(char32_t sign) {
  return sign >= 0x300 && sign <= 0x36f;
}

// An apostrophe joins ("'s-Gravenhage", "foto's"): it disappears instead of becoming a blank.
bool joins(char32_t sign) {
  return sign == '\'' || sign == 0x2018 || sign == 0x2019 || combining(sign);
}

void append_folded(std::string& out, char32_t sign, std::string_view bytes) {
  if (joins(sign)) return;
  if (sign >= 'A' && sign <= 'Z') {
    out += static_cast<char>(sign - 'A' + 'a');
  } else if ((sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9')) {
    out += static_cast<char>(sign);
  } else if (auto const letter = folded_letter(sign); !letter.empty()) {
    out += letter;
  } else if (sign >= 0x180 && (sign < 0x2000 || sign > 0x2bff) && sign != 0x3000 && sign != 0xfffd) {
    out += bytes;  // other scripts: kept as they are
  } else if (!out.empty() && out.back() != ' ') {
    out += ' ';
  }
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view no_break_space = "\xc2\xa0";
  auto const blank = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  for (bool again = true; again;) {
    again = false;
    if (!text.empty() && blank(text.front())) text.remove_prefix(1), again = true;
    if (!text.empty() && blank(text.back())) text.remove_suffix(1), again = true;
    if (text.starts_with(no_break_space)) text.remove_prefix(2), again = true;
    if (text.ends_with(no_break_space)) text.remove_suffix(2), again = true;
  }
  return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    auto const end = text.find(separator);
    if (auto const part = trimmed(text.substr(0, end)); !part.empty()) parts.push_back(part);
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string joined(std::vector<std::string> const& parts, std::string_view separator) {
  std::string out;
  for (auto const& part : parts) {
    if (!out.empty()) out += separator;
    out += part;
  }
  return out;
}

std::string lower_case(std::string_view text) {
  std::string out(text);
  for (auto& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::string folded(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    auto const [sign, bytes] = decode(text);
    auto const length = bytes ? bytes : 1;
    append_folded(out, bytes ? sign : U' ', text.substr(0, length));
    text.remove_prefix(length);
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

std::vector<FoldedWord> folded_words(std::string_view text) {
  std::vector<FoldedWord> words;
  FoldedWord word;
  auto const finish = [&] {
    if (!word.text.empty()) words.push_back(std::exchange(word, {}));
  };
  for (std::size_t at = 0; at < text.size();) {
    auto const [sign, bytes] = decode(text.substr(at));
    auto const length = bytes ? bytes : 1;
    auto const before = word.text.size();
    append_folded(word.text, bytes ? sign : U' ', text.substr(at, length));
    if (word.text.ends_with(' ')) {
      word.text.pop_back();
      finish();
    } else if (word.text.size() > before || (before > 0 && combining(sign))) {
      if (before == 0) word.begin = at;
      word.end = at + length;
    }
    at += length;
  }
  finish();
  return words;
}

std::string slug(std::string_view text) {
  auto out = folded(text);
  std::ranges::replace(out, ' ', '-');
  return out;
}

bool valid_utf8(std::string_view text) {
  while (!text.empty()) {
    auto const bytes = decode(text).bytes;
    if (bytes == 0) return false;
    text.remove_prefix(bytes);
  }
  return true;
}

std::optional<std::int64_t> whole_number(std::string_view text) {
  std::int64_t value = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace wegwijzer
