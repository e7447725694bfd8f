// SPDX-License-Identifier: EUPL-1.2
// Suggestions and questions of an export: what is read is written and read back the same, but for what could
// open a link.
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "exchange/history_json.h"
#include "fuzz/harness.h"

namespace wegwijzer {

WEGWIJZER_HARNESS(suggestions_json)(std::uint8_t const* bytes, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(bytes), size);
  if (auto const said = read_suggestions(text)) {
    check(read_suggestions(write_suggestions(*said)) == said, "suggestions come back as they were");
  }
  if (auto const asked = read_askings(text)) {
    check(read_askings(write_askings(*asked)) == asked, "questions come back as they were");
  }
  if (auto const old = read_corrections(text)) {
    check(read_suggestions(write_suggestions(*old)) == old, "what was a correction is a suggestion");
  }
  return 0;
}

}  // namespace wegwijzer
