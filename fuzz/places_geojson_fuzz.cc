// SPDX-License-Identifier: EUPL-1.2
// Places with OpenStreetMap tags: every one that is read has its number.
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "exchange/places_geojson.h"
#include "exchange/vocabulary_csv.h"
#include "fuzz/harness.h"

namespace wegwijzer {

WEGWIJZER_HARNESS(places_geojson)(std::uint8_t const* bytes, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(bytes), size);
  static auto const vocabulary = read_embedded_vocabulary();
  auto const import = read_places_geojson(text, vocabulary);
  if (!import) return 0;
  for (auto const& venue : import->rows) check(venue.source.starts_with("osm:"), "a place has a number");
  return 0;
}

}  // namespace wegwijzer
