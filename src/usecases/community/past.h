// SPDX-License-Identifier: EUPL-1.2
// What the history of a map tells: who said each field, how it was on another day, and what became different.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "ports/store.h"
#include "usecases/community/any_record.h"

namespace wegwijzer {

// Who or what said what stands in a field, and who last said that it is right.
struct FieldOrigin {
  std::string field;
  FieldText value;
  std::string said_by;  // an Actor: "person:…", "import osm"; "" when the history does not tell
  Instant said_at{};
  std::string confirmed_by{};  // "" when nobody did since it was said
  Instant confirmed_at{};
  bool operator==(FieldOrigin const&) const = default;
};

// Of the fields of one record in their order; `entries` is its history, oldest first.
template <class Thing>
std::vector<FieldOrigin> field_origins(Thing const& thing, std::span<AuditEntry const> entries) {
  std::vector<FieldOrigin> origins;
  for (auto& [name, value] : field_values(thing)) {
    FieldOrigin origin{name, value, "", {}};
    for (auto const& entry : entries) {
      if (entry.field == "confirmed_on" && entry.after) {
        // Who says that a record is right says so of each field.
        origin.confirmed_by = entry.actor, origin.confirmed_at = entry.at;
      } else if (entry.field == name && confirms(entry)) {
        origin.confirmed_by = entry.actor, origin.confirmed_at = entry.at;
      } else if (entry.field == name || entry.field.empty()) {
        origin.said_by = entry.actor, origin.said_at = entry.at;
        origin.confirmed_by.clear(), origin.confirmed_at = {};
      }
    }
    origins.push_back(std::move(origin));
  }
  return origins;
}

// A record as it was, or nothing when it was not there yet. `later` is what was changed since, oldest first.
template <class Thing>
std::optional<Thing> as_before(Thing thing, std::span<AuditEntry const* const> later) {
  for (auto entry = later.rbegin(); entry != later.rend(); ++entry) {
    if ((*entry)->field.empty()) return std::nullopt;
    // What the history says was once kept, so it can be read.
    if (!set_text(thing, (*entry)->field, (*entry)->before)) continue;
  }
  return thing;
}

// A record that became another between two days.
struct ThenAndNow {
  std::string record;
  Uuid id;
  std::string name;
  enum class What { made, archived, restored, changed } what = What::changed;

  struct FieldChange {
    std::string field;
    FieldText then;
    FieldText now;
    bool operator==(FieldChange const&) const = default;
  };

  std::vector<FieldChange> fields{};  // of what was there before
  bool operator==(ThenAndNow const&) const = default;
};

// How many records of a kind stood on the map.
struct CountThenAndNow {
  std::string record;
  std::size_t then = 0;
  std::size_t now = 0;
  bool operator==(CountThenAndNow const&) const = default;
};

struct DaysCompared {
  std::vector<CountThenAndNow> counts;  // in the order of the kinds
  std::vector<ThenAndNow> different;    // by kind, then by name
};

// The map at the end of the one day and of the other; a day to come is now. What was changed and changed back
// is not different.
DaysCompared compare_days(Reader& reader, Date then, Date now);

}  // namespace wegwijzer
