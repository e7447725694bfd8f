// SPDX-License-Identifier: EUPL-1.2
#include "usecases/import/areas.h"

#include <algorithm>
#include <functional>
#include <set>

namespace wegwijzer {

namespace {

// A gemeente that its wijken spoke of.
bool only_named(Area const& area) {
  return area.outline.empty() && area.figures.empty();
}

}  // namespace

Done import_areas(Writer& writer, std::vector<Area> areas, ImportReport& report) {
  std::set<AreaCode> before;
  for (auto const& area : writer.ground().areas()) before.insert(area.code);
  for (auto const& area : areas) {
    bool const changed = writer.ground().save(area);
    if (only_named(area)) continue;
    report.count(!changed                     ? MergeOutcome::unchanged
                 : before.contains(area.code) ? MergeOutcome::updated
                                              : MergeOutcome::added);
  }
  report.counts.emplace_back("areas",
                             static_cast<std::size_t>(std::ranges::count_if(areas, std::not_fn(only_named))));
  return {};
}

}  // namespace wegwijzer
