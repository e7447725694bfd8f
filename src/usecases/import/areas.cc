// SPDX-License-Identifier: EUPL-1.2
#include "usecases/import/areas.h"

#include <set>

namespace wegwijzer {

void import_areas(Writer& writer, Import<Area> areas, ImportReport& report) {
  std::set<AreaCode> before;
  for (auto const& area : writer.ground().areas()) before.insert(area.code);
  for (auto const& area : areas.rows) {
    bool const changed = writer.ground().save(area);
    report.count(!changed                     ? MergeOutcome::unchanged
                 : before.contains(area.code) ? MergeOutcome::updated
                                              : MergeOutcome::added);
  }
  report.counts.emplace_back("areas", areas.rows.size());
  report.problems = std::move(areas.problems);
}

}  // namespace wegwijzer
