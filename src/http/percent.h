// SPDX-License-Identifier: EUPL-1.2
// Percent-encoding (RFC 3986) of the parts of a URL.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace wegwijzer::http {

// Nothing when a "%" lacks its two hexadecimal digits, or the result holds NUL or is not UTF-8.
std::optional<std::string> percent_decoded(std::string_view text);

// Everything but unreserved signs as %XX, so that the result fits in a path segment and in a query.
std::string percent_encoded(std::string_view text);

}  // namespace wegwijzer::http
