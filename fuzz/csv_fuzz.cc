// SPDX-License-Identifier: EUPL-1.2
// Rows that are read are written and read as the same rows.
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "exchange/csv.h"
#include "fuzz/harness.h"

namespace wegwijzer {

WEGWIJZER_HARNESS(csv)(std::uint8_t const* bytes, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(bytes), size);
  auto reader = CsvReader::open(text);
  if (!reader) return 0;
  while (auto const row = reader->next()) {
    auto again = CsvReader::open("sep=;\r\n" + csv_line(row->cells));
    if (!again) continue;  // a cell made of blanks only
    auto const same = again->next();
    check(!same || same->cells == row->cells, "a row is read as it was written");
  }
  return 0;
}

}  // namespace wegwijzer
