// SPDX-License-Identifier: EUPL-1.2
// Postcodes: every one that is read has a name.
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "exchange/postcodes_csv.h"
#include "fuzz/harness.h"

namespace wegwijzer {

WEGWIJZER_HARNESS(postcodes_csv)(std::uint8_t const* bytes, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(bytes), size);
  auto const import = read_postcodes_csv(text);
  if (!import) return 0;
  for (auto const& place : import->rows) check(!place.name.empty(), "a postcode has a name");
  return 0;
}

}  // namespace wegwijzer
