// SPDX-License-Identifier: EUPL-1.2
// Schools of DUO: every one that is read has a name and a source of its own.
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "exchange/schools_geojson.h"
#include "fuzz/harness.h"

namespace wegwijzer {

WEGWIJZER_HARNESS(schools_geojson)(std::uint8_t const* bytes, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(bytes), size);
  auto const import = read_schools_geojson(text);
  if (!import) return 0;
  for (auto const& row : import->rows) check(!row.venue.name.empty(), "a school has a name");
  return 0;
}

}  // namespace wegwijzer
