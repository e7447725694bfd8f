// SPDX-License-Identifier: EUPL-1.2
// Offerings that are read without a problem are written and read as the same.
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "exchange/offerings_csv.h"
#include "exchange/vocabulary_csv.h"
#include "fuzz/harness.h"

namespace wegwijzer {

WEGWIJZER_HARNESS(offerings_csv)(std::uint8_t const* bytes, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(bytes), size);
  auto const today = date(2026, 11, 24);
  static auto const vocabulary = read_embedded_vocabulary();
  auto const import = read_offerings_csv(text, vocabulary, today);
  if (!import) return 0;
  auto const again = read_offerings_csv(write_offerings_csv(import->rows, vocabulary), vocabulary, today);
  check(again && again->rows.size() == import->rows.size(), "every row is read again");
  for (std::size_t i = 0; i < again->rows.size(); ++i) {
    check(again->rows[i].offering == import->rows[i].offering, "an offering stays the same");
    check(again->rows[i].venue == import->rows[i].venue, "a venue stays the same");
  }
  return 0;
}

}  // namespace wegwijzer
