// SPDX-License-Identifier: EUPL-1.2
#include "exchange/text_encoding.h"

#include <algorithm>
#include <array>

#include "base/words.h"

namespace wegwijzer {

namespace {

using namespace std::string_view_literals;

constexpr char32_t replacement = 0xfffd;

// Windows-1252 differs from Latin-1 in these bytes only (WHATWG Encoding Standard, index-windows-1252).
constexpr std::array<char32_t, 32> windows_1252{
    0x20ac,      replacement, 0x201a, 0x0192, 0x201e, 0x2026,      0x2020, 0x2021,
    0x02c6,      0x2030,      0x0160, 0x2039, 0x0152, replacement, 0x017d, replacement,
    replacement, 0x2018,      0x2019, 0x201c, 0x201d, 0x2022,      0x2013, 0x2014,
    0x02dc,      0x2122,      0x0161, 0x203a, 0x0153, replacement, 0x017e, 0x0178};

std::string from_windows_1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (char const c : bytes) {
    auto const byte = static_cast<unsigned char>(c);
    append_utf8(out, byte >= 0x80 && byte < 0xa0 ? windows_1252[byte - 0x80] : byte);
  }
  return out;
}

enum class ByteOrder { little, big };

std::string from_utf16(std::string_view bytes, ByteOrder order) {
  auto const unit = [&](std::size_t at) -> char32_t {
    auto const first = static_cast<unsigned char>(bytes[at]);
    auto const second = static_cast<unsigned char>(bytes[at + 1]);
    return order == ByteOrder::little ? static_cast<char32_t>(first | second << 8)
                                      : static_cast<char32_t>(second | first << 8);
  };
  std::string out;
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    auto sign = unit(at);
    bool const high = sign >= 0xd800 && sign < 0xdc00;
    if (high && at + 3 < bytes.size() && unit(at + 2) >= 0xdc00 && unit(at + 2) < 0xe000) {
      sign = 0x10000 + ((sign - 0xd800) << 10) + (unit(at + 2) - 0xdc00);
      at += 2;
    } else if (sign >= 0xd800 && sign < 0xe000) {
      sign = replacement;
    }
    append_utf8(out, sign);
  }
  return out;
}

// In Dutch text as UTF-16 nearly every second byte is zero; other text has no zero byte at all.
bool looks_like_utf16_little(std::string_view bytes) {
  auto const begin = bytes.substr(0, 200);
  std::size_t zeros = 0;
  for (std::size_t at = 1; at < begin.size(); at += 2) zeros += begin[at] == '\0' ? 1 : 0;
  return begin.size() >= 4 && zeros > begin.size() / 4;
}

bool is_spreadsheet(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("\xd0\xcf\x11\xe0"sv);
}

Result<std::string> decoded(std::string_view bytes) {
  if (bytes.starts_with("\xef\xbb\xbf"sv)) {
    bytes.remove_prefix(3);
    if (!valid_utf8(bytes)) return fail(Fault::invalid, "file.encoding_mixed");
    return std::string(bytes);
  }
  if (bytes.starts_with("\xff\xfe"sv)) return from_utf16(bytes.substr(2), ByteOrder::little);
  if (bytes.starts_with("\xfe\xff"sv)) return from_utf16(bytes.substr(2), ByteOrder::big);
  if (looks_like_utf16_little(bytes)) return from_utf16(bytes, ByteOrder::little);
  return valid_utf8(bytes) ? std::string(bytes) : from_windows_1252(bytes);
}

}  // namespace

void append_utf8(std::string& out, char32_t sign) {
  auto const add = [&](char32_t byte) { out += static_cast<char>(byte); };
  auto const add_tail = [&](unsigned shift) { add(0x80 | (sign >> shift & 0x3f)); };
  if (sign < 0x80) {
    add(sign);
  } else if (sign < 0x800) {
    add(0xc0 | sign >> 6), add_tail(0);
  } else if (sign < 0x10000) {
    add(0xe0 | sign >> 12), add_tail(6), add_tail(0);
  } else {
    add(0xf0 | sign >> 18), add_tail(12), add_tail(6), add_tail(0);
  }
}

Result<std::string> as_utf8(std::string_view bytes) {
  if (is_spreadsheet(bytes)) return fail(Fault::invalid, "file.is_spreadsheet");
  auto text = decoded(bytes);
  if (!text) return text;
  if (trimmed(*text).empty()) return fail(Fault::invalid, "file.empty");
  if (text->find('\0') != std::string::npos) return fail(Fault::invalid, "file.not_text");
  return text;
}

}  // namespace wegwijzer
