// SPDX-License-Identifier: EUPL-1.2
// Inquiries that are read without a problem are written and read as the same.
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "exchange/inquiries_csv.h"
#include "exchange/vocabulary_csv.h"
#include "fuzz/harness.h"

namespace wegwijzer {

WEGWIJZER_HARNESS(inquiries_csv)(std::uint8_t const* bytes, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(bytes), size);
  auto const today = date(2026, 11, 24);
  static auto const vocabulary = read_embedded_vocabulary();
  auto const import = read_inquiries_csv(text, vocabulary, today);
  if (!import) return 0;
  auto const again = read_inquiries_csv(write_inquiries_csv(import->rows, vocabulary), vocabulary, today);
  check(again && again->rows.size() == import->rows.size(), "every row is read again");
  for (std::size_t i = 0; i < again->rows.size(); ++i) {
    check(again->rows[i].inquiry == import->rows[i].inquiry, "an inquiry stays the same");
    check(again->rows[i].areas == import->rows[i].areas, "its areas stay the same");
    check(again->rows[i].asked == import->rows[i].asked, "who was asked stays the same");
    check(again->rows[i].answered == import->rows[i].answered, "what is open stays open");
  }
  return 0;
}

}  // namespace wegwijzer
