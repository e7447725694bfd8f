// SPDX-License-Identifier: EUPL-1.2
#include "http/percent.h"

#include "base/words.h"

namespace wegwijzer::http {

namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// The byte that "%XX" at the front of `text` stands for, or -1.
int escaped_byte(std::string_view text) {
  if (text.size() < 3) return -1;
  int const high = hex_digit(text[1]);
  int const low = hex_digit(text[2]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

bool unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

}  // namespace

std::optional<std::string> percent_decoded(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    int const escaped = text.front() == '%' ? escaped_byte(text) : 0;
    if (escaped < 0) return std::nullopt;
    out += text.front() == '%' ? static_cast<char>(escaped) : text.front();
    text.remove_prefix(text.front() == '%' ? 3 : 1);
  }
  if (out.find('\0') != std::string::npos || !valid_utf8(out)) return std::nullopt;
  return out;
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (char const c : text) {
    auto const byte = static_cast<unsigned char>(c);
    if (unreserved(c)) {
      out += c;
    } else {
      out.append({'%', digits[byte >> 4], digits[byte & 15]});
    }
  }
  return out;
}

}  // namespace wegwijzer::http
