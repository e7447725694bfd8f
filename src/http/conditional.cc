// SPDX-License-Identifier: EUPL-1.2
#include "http/conditional.h"

#include <fmt/format.h>
#include <sodium.h>

#include <algorithm>
#include <array>

#include "base/words.h"

namespace wegwijzer::http {

namespace {

std::string_view without_weakness(std::string_view tag) {
  return tag.starts_with("W/") ? tag.substr(2) : tag;
}

}  // namespace

std::string etag_of(std::string_view bytes) {
  std::array<unsigned char, 16> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<unsigned char const*>(bytes.data()),
                     bytes.size(), nullptr, 0);
  return fmt::format("\"{:02x}\"", fmt::join(hash, ""));
}

// Our tags hold no comma, so the list may be split at every one.
bool names_tag(std::string_view if_none_match, std::string_view etag) {
  if (trimmed(if_none_match) == "*") return true;
  auto const tags = split(if_none_match, ',');
  return std::ranges::any_of(tags, [&](std::string_view tag) { return without_weakness(tag) == etag; });
}

Response not_modified(Response const& response) {
  Response answer{.status = 304, .route = response.route};
  for (auto const& header : response.headers) {
    if (!same_name(header.name, "Content-Type") && !same_name(header.name, "Content-Encoding")) {
      answer.headers.add(header.name, header.value);
    }
  }
  return answer;
}

}  // namespace wegwijzer::http
