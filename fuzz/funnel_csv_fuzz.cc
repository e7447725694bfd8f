// SPDX-License-Identifier: EUPL-1.2
// Rows that are read without a problem are written with nine digits, and from then on stay the same.
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "exchange/funnel_csv.h"
#include "fuzz/harness.h"

namespace wegwijzer {

WEGWIJZER_HARNESS(funnel_csv)(std::uint8_t const* bytes, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(bytes), size);
  auto const import = read_funnel_csv(text);
  if (!import) return 0;
  for (auto const& row : import->rows) check(row.children >= 0, "no number is negative");
  auto const once = write_funnel_csv(import->rows);
  auto const again = read_funnel_csv(once);
  check(again && again->rows.size() == import->rows.size(), "every row is read again");
  check(write_funnel_csv(again->rows) == once, "what was written stays the same");
  return 0;
}

}  // namespace wegwijzer
