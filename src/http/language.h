// SPDX-License-Identifier: EUPL-1.2
// Which of our languages a browser asks for.
#pragma once

#include <span>
#include <string_view>

namespace wegwijzer::http {

// One of `offered` (lower case tags such as "nl"; at least one), the first where Accept-Language asks for
// none of them. "nl-BE" finds "nl" (RFC 4647, lookup); a language with q=0 is not chosen for "*".
std::string_view best_language(std::string_view accept_language, std::span<std::string_view const> offered);

}  // namespace wegwijzer::http
