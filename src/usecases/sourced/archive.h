// SPDX-License-Identifier: EUPL-1.2
// A person takes a record from the map, or puts it back: things are archived, not deleted.
#pragma once

#include "ports/store.h"

namespace wegwijzer {

// The writer is not yet committed. Without a day the record is shown again. Fails with "record.missing".
template <class Thing>
Result<Thing> archive(Writer& writer, Id<Thing> id, std::optional<Date> on) {
  auto& all = records<Thing>(writer);
  return all.find(id).and_then([&](Thing thing) -> Result<Thing> {
    if (thing.archived_on.has_value() == on.has_value()) return thing;
    thing.archived_on = on;
    return all.save(std::move(thing));
  });
}

}  // namespace wegwijzer
