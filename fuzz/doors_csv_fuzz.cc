// SPDX-License-Identifier: EUPL-1.2
// Lists of doors: every one that is read has an id of its own and lies on earth.
#include <cstdint>
#include <set>
#include <string_view>

#include "base/check.h"
#include "exchange/doors_csv.h"
#include "fuzz/harness.h"

namespace wegwijzer {

WEGWIJZER_HARNESS(doors_csv)(std::uint8_t const* bytes, std::size_t size) {
  std::string_view const text(reinterpret_cast<char const*>(bytes), size);
  auto const import = read_doors_csv(text);
  if (!import) return 0;
  std::set<std::string> ids;
  for (auto const& [id, point] : import->rows) {
    check(!id.empty() && ids.insert(id).second, "a door has an id of its own");
    check(point.latitude >= -900'000'000 && point.latitude <= 900'000'000, "a latitude");
    check(point.longitude >= -1'800'000'000 && point.longitude <= 1'800'000'000, "a longitude");
  }
  return 0;
}

}  // namespace wegwijzer
