// SPDX-License-Identifier: EUPL-1.2
#include "usecases/import/schools.h"

namespace wegwijzer {

Done import_schools(Writer& writer, std::vector<SchoolRow> schools, ImportReport& report) {
  for (auto& school : schools) {
    auto const organisation = merge_from_source(writer, std::move(school.organisation));
    if (!organisation) return fail(organisation.error());
    report.count(*organisation);
    school.venue.organisation = organisation->thing.id;
    auto const venue = merge_from_source(writer, std::move(school.venue));
    if (!venue) return fail(venue.error());
    report.kept.insert(report.kept.end(), venue->kept.begin(), venue->kept.end());
  }
  return {};
}

}  // namespace wegwijzer
