// SPDX-License-Identifier: EUPL-1.2
// Records of an export that are read are written and read as the same.
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "domain/offering.h"
#include "exchange/records_csv.h"
#include "fuzz/harness.h"

namespace wegwijzer {

WEGWIJZER_HARNESS(records_csv)(std::uint8_t const* bytes, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(bytes), size);
  auto const import = read_records<Offering>(text);
  if (!import) return 0;
  auto const again = read_records<Offering>(write_records(import->rows));
  check(again && again->rows == import->rows, "records are read as they were written");
  return 0;
}

}  // namespace wegwijzer
