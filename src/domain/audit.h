// SPDX-License-Identifier: EUPL-1.2
// Who changed what and when: an Actor goes with every change, an AuditEntry says one changed field.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "domain/choice.h"
#include "domain/field.h"

namespace wegwijzer {

// A person with an account comes with sign-in; until then a change is made by the operator's command.
struct Actor {
  std::string name;  // "import osm", "demo", "operator"
  bool operator==(Actor const&) const = default;
};

// What was changed in one go, so that it can be taken back in one go.
enum class MapChangeKind {
  bulk,        // many records of a table at once
  merge,       // two records became one
  sheet,       // a spreadsheet of the table came back
  suggestion,  // what somebody proposed was taken over
  difference,  // what a source says otherwise was taken over
  undo         // of another change
};

template <>
inline constexpr std::array choices<MapChangeKind> = {std::pair{MapChangeKind::bulk, "bulk"},
                                                      std::pair{MapChangeKind::merge, "merge"},
                                                      std::pair{MapChangeKind::sheet, "sheet"},
                                                      std::pair{MapChangeKind::suggestion, "suggestion"},
                                                      std::pair{MapChangeKind::difference, "difference"},
                                                      std::pair{MapChangeKind::undo, "undo"}};

struct MapChange {
  Id<MapChange> id;
  Instant at{};
  std::string actor;
  MapChangeKind kind = MapChangeKind::bulk;
  std::string about;  // names of what was changed, or of the file, for who reads the list
  std::optional<Id<MapChange>> undoes{};
  bool operator==(MapChange const&) const = default;
};

// A line with a field of which `before` equals `after`: somebody said that it is right.
struct AuditEntry {
  Instant at;
  std::string actor;
  std::string record;  // "offering"
  Uuid id;
  std::string field;  // "" with empty old and new: the record was made
  FieldText before;
  FieldText after;
  std::optional<Id<MapChange>> change{};  // what it was part of
  bool operator==(AuditEntry const&) const = default;
};

inline bool confirms(AuditEntry const& entry) {
  return !entry.field.empty() && entry.before == entry.after;
}

// People changed a field and then the source said something else of it: nobody decided yet which stands. What
// the source says is in its Said.
struct SourceConflict {
  std::string record;  // "venue"
  std::string source;
  std::string field;
  auto operator<=>(SourceConflict const&) const = default;
};

// What a source said of a record when it was last imported: the third side of a merge.
struct Said {
  std::string record;  // "venue"
  std::string source;
  std::vector<FieldValue> fields;
  bool operator==(Said const&) const = default;
};

}  // namespace wegwijzer
