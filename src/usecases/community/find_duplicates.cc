// SPDX-License-Identifier: EUPL-1.2
#include "usecases/community/find_duplicates.h"

namespace wegwijzer {

Duplicates find_duplicates(Reader& reader, double from) {
  auto const organisations = reader.organisations().all();
  auto const venues = reader.venues().all();
  return {community::likely_duplicates(organisations, venues, from),
          community::likely_duplicate_venues(organisations, venues, from)};
}

}  // namespace wegwijzer
