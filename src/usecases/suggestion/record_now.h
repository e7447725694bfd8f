// SPDX-License-Identifier: EUPL-1.2
// A record that somebody says something of, as it is now: what it is called, whose it is, and its fields as
// text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ports/store.h"

namespace wegwijzer {

struct RecordNow {
  std::string kind;  // "venue"
  Uuid id;
  std::string name;
  std::optional<Id<Organisation>> owner{};
  bool archived = false;
  bool is_stale = false;
  std::vector<FieldValue> fields{};  // of its list; and "confirmed_on"

  FieldText value(std::string_view field) const;
};

// Of an organisation, a venue or an offering; nothing when it is not there, or of another kind.
std::optional<RecordNow> record_now(Reader& reader, std::string_view kind, Uuid id, Date today);

// Whether one of these kinds has such a field, and the field can hold such a value.
bool can_hold(std::string_view kind, std::string_view field, FieldText const& value);

// What somebody may say is otherwise without knowing how we keep it, in the order in which it is asked.
std::vector<std::string_view> suggestible_fields(std::string_view kind);

// What was typed for such a field, as it is kept; fails with what is wrong, said of that field.
Result<FieldText> read_suggested(std::string_view field, std::string_view typed);

}  // namespace wegwijzer
