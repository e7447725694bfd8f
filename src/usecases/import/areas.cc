// SPDX-License-Identifier: EUPL-1.2
#include "usecases/import/areas.h"

#include <set>

namespace wegwijzer {

Done import_areas(Writer& writer, std::vector<Area> areas, ImportReport& report) {
  std::set<AreaCode> before;
  for (auto const& area : writer.ground().areas()) before.insert(area.code);
  for (auto const& area : areas) {
    bool const changed = writer.ground().save(area);
    report.count(!changed                     ? MergeOutcome::unchanged
                 : before.contains(area.code) ? MergeOutcome::updated
                                              : MergeOutcome::added);
  }
  report.counts.emplace_back("areas", areas.size());
  return {};
}

}  // namespace wegwijzer
