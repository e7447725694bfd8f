// SPDX-License-Identifier: EUPL-1.2
// What was said of records that look alike, as far as it still holds: merging may have been taken back.
#pragma once

#include <optional>
#include <vector>

#include "ports/store.h"

namespace wegwijzer {

std::vector<Verdict> verdicts_in_force(Reader& reader);

// The record that this one became part of, also when that one went into a third; nothing when it did not.
std::optional<Uuid> went_into(Reader& reader, std::string_view record, Uuid gone);

// Each record that became part of another, with the one that is there now.
std::vector<std::pair<Uuid, Uuid>> all_that_went_into(Reader& reader);

// The record, or the one that it became part of. Fails with "record.missing".
template <class Thing>
Result<Thing> find_where_it_went(Reader& reader, Id<Thing> id) {
  auto const stays = went_into(reader, record_name<Thing>, id.uuid());
  return records<Thing>(reader).find(stays ? Id<Thing>(*stays) : id);
}

}  // namespace wegwijzer
