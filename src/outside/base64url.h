// SPDX-License-Identifier: EUPL-1.2
// Bytes as text that fits in an address (RFC 4648, 5), without padding.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace wegwijzer {

inline unsigned char const* bytes_of(std::string_view text) {
  return reinterpret_cast<unsigned char const*>(text.data());
}

std::string base64url(std::string_view bytes);
std::optional<std::string> from_base64url(std::string_view text);

}  // namespace wegwijzer
