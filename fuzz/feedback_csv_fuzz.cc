// SPDX-License-Identifier: EUPL-1.2
// Feedback that is read without a problem is of one period, and says whom it is about.
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "exchange/feedback_csv.h"
#include "fuzz/harness.h"

namespace wegwijzer {

WEGWIJZER_HARNESS(feedback_csv)(std::uint8_t const* bytes, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(bytes), size);
  auto const import = read_feedback_csv(text);
  if (!import) return 0;
  for (auto const& row : import->rows) {
    check(!row.organisation.empty() && !row.offering.empty(), "somebody is spoken of");
    check(row.first == import->rows[0].first && row.last == import->rows[0].last, "a file is of one period");
    check(row.first <= row.last, "a period ends after it begins");
  }
  return 0;
}

}  // namespace wegwijzer
