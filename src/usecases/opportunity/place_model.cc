// SPDX-License-Identifier: EUPL-1.2
#include "usecases/opportunity/place_model.h"

namespace wegwijzer {

Result<Index<Area>> whole_place(Areas const& areas, AreaCode const& code) {
  auto const found = areas.find(code);
  if (!found) return fail(Fault::missing, "area.missing");
  auto const whole = areas.outermost(*found);
  if (whole == *found) return *found;
  return fail(Fault::invalid, "release.not_whole",
              {{"area", code.text()}, {"whole", areas[whole].code.text()}});
}

}  // namespace wegwijzer
