// SPDX-License-Identifier: EUPL-1.2
#include "usecases/import/venues.h"

namespace wegwijzer {

Done import_venues(Writer& writer, std::vector<Venue> venues, ImportReport& report) {
  for (auto& venue : venues) {
    auto const merged = merge_from_source(writer, std::move(venue));
    if (!merged) return fail(merged.error());
    report.count(*merged);
  }
  return {};
}

}  // namespace wegwijzer
