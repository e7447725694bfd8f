// SPDX-License-Identifier: EUPL-1.2
// People changed a field, and then OpenStreetMap, DUO or a spreadsheet said something else of it. An import
// never decides; somebody does, field by field.
#pragma once

#include <string>
#include <vector>

#include "ports/store.h"
#include "usecases/community/edits.h"

namespace wegwijzer {

struct OpenConflict {
  SourceConflict at;
  Uuid id;
  std::string name;
  FieldText ours;
  FieldText theirs;
  std::string ours_said_by{};  // an Actor
  Instant ours_said_at{};
  bool operator==(OpenConflict const&) const = default;
};

// Those that still are one: both sides may have come to say the same. By kind, source and field.
std::vector<OpenConflict> open_conflicts(Reader& reader);

enum class Stands { ours, theirs };

// Those of which ours stays are not asked again until the source says something else; of the others theirs is
// taken over, as one change when there is any. What was changed meanwhile stays, and stays asked.
Applied decide_conflicts(Writer& writer, std::vector<std::pair<OpenConflict, Stands>> const& decisions);

}  // namespace wegwijzer
