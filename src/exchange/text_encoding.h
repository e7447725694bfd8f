// SPDX-License-Identifier: EUPL-1.2
// Text as spreadsheets save it, made UTF-8.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace wegwijzer {

// Reads UTF-8, UTF-16 (with its mark, or little-endian without) and, when it is neither, Windows-1252. Fails
// with "file.empty", "file.is_spreadsheet", "file.not_text" or "file.encoding_mixed".
Result<std::string> as_utf8(std::string_view bytes);

void append_utf8(std::string& out, char32_t sign);

}  // namespace wegwijzer
