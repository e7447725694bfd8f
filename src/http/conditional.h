// SPDX-License-Identifier: EUPL-1.2
// "Has it changed since I saw it?": entity tags, 304, and how long a copy may be kept.
#pragma once

#include <string>
#include <string_view>

#include "http/response.h"

namespace wegwijzer::http {

// A strong entity tag with its quotes, equal exactly for equal bytes (BLAKE2b, 128 bits).
std::string etag_of(std::string_view bytes);

// Whether If-None-Match ("*", or a list of tags, weak ones too) names this tag.
bool names_tag(std::string_view if_none_match, std::string_view etag);

// The answer 304 that stands for `response`, with the headers a cache needs (RFC 9110, 15.4.5).
Response not_modified(Response const& response);

// Values of Cache-Control.
namespace keep {
inline constexpr char const* never = "no-store";      // holds something personal
inline constexpr char const* ask_again = "no-cache";  // may be kept, is asked for each time
inline constexpr char const* forever =
    "public, max-age=31536000, immutable";  // the address changes with the bytes
}  // namespace keep

}  // namespace wegwijzer::http
