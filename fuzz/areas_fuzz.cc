// SPDX-License-Identifier: EUPL-1.2
// Areas from GeoJSON or CSV: those that are read are written and read again.
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "exchange/areas.h"
#include "exchange/write_geojson.h"
#include "fuzz/harness.h"

namespace wegwijzer {

WEGWIJZER_HARNESS(areas)(std::uint8_t const* bytes, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(bytes), size);
  (void)read_areas_csv(text);
  auto const import = read_areas_geojson(text);
  if (!import) return 0;
  auto const again = read_areas_geojson(write_areas_geojson(import->rows));
  check(again && again->problems.size() <= import->rows.size(), "what was written is GeoJSON");
  return 0;
}

}  // namespace wegwijzer
