// SPDX-License-Identifier: EUPL-1.2
#include "base/id.h"

#include <fmt/format.h>

namespace wegwijzer {

namespace {

constexpr std::string_view pattern = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

std::string text(Uuid uuid) {
  return fmt::format("{:08x}-{:04x}-{:04x}-{:04x}-{:012x}", uuid.high >> 32, uuid.high >> 16 & 0xffff,
                     uuid.high & 0xffff, uuid.low >> 48, uuid.low & 0xffff'ffff'ffff);
}

Result<Uuid> parse_uuid(std::string_view text) {
  auto const invalid = [&] { return fail(Fault::invalid, "id.invalid", {{"value", std::string(text)}}); };
  if (text.size() != pattern.size()) return invalid();
  Uuid uuid;
  int digits = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (pattern[i] == '-') {
      if (text[i] != '-') return invalid();
      continue;
    }
    int const digit = hex_digit(text[i]);
    if (digit < 0) return invalid();
    auto& half = digits++ < 16 ? uuid.high : uuid.low;
    half = half << 4 | static_cast<std::uint64_t>(digit);
  }
  return uuid;
}

Uuid uuid_v7(std::uint64_t milliseconds, std::uint64_t random_high, std::uint64_t random_low) {
  return {milliseconds << 16 | 0x7000 | (random_high & 0x0fff), (random_low & ~(3ULL << 62)) | 2ULL << 62};
}

}  // namespace wegwijzer
