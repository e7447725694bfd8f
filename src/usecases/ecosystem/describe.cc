// SPDX-License-Identifier: EUPL-1.2
#include "usecases/ecosystem/describe.h"

#include "base/words.h"

namespace wegwijzer {

Result<Ecosystem> describe_ecosystem(Writer& writer, EcosystemChange const& change) {
  if (!change.name && !change.holiday_region && !change.is_public && !change.origin) {
    return fail(Fault::invalid, "ecosystem.nothing_to_change");
  }
  auto ecosystem = writer.ecosystem();
  if (change.name) ecosystem.name = trimmed(*change.name);
  if (ecosystem.name.empty() || ecosystem.name.size() > 200) {
    return fail(Fault::invalid, "ecosystem.name_empty");
  }
  ecosystem.holiday_region = change.holiday_region.value_or(ecosystem.holiday_region);
  ecosystem.is_public = change.is_public.value_or(ecosystem.is_public);
  ecosystem.origin = change.origin.value_or(ecosystem.origin);
  writer.describe(ecosystem);
  return ecosystem;
}

}  // namespace wegwijzer
