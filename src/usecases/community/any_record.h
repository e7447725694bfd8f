// SPDX-License-Identifier: EUPL-1.2
// A record of a kind that is known by name only, and a field of it that is: for tables, bulk changes and
// undoing, which treat all kinds alike.
#pragma once

#include <string_view>

#include "domain/record_kinds.h"
#include "domain/talk_kinds.h"

namespace wegwijzer {

// Calls visit(Kind<Thing>()) for the kind of that name ("venue"); false when there is none.
template <class Visit>
bool with_kind(std::string_view record, Visit visit) {
  bool found = false;
  for_each_kind([&]<class Thing>(Kind<Thing> kind) {
    if (record != record_name<Thing>) return;
    found = true;
    visit(kind);
  });
  return found;
}

// The same for what partners say to each other as well ("notice"), which has a history but is not on the map.
template <class Visit>
bool with_kept_kind(std::string_view record, Visit visit) {
  bool found = with_kind(record, visit);
  for_each_talk_kind([&]<class Thing>(Kind<Thing> kind) {
    if (record != record_name<Thing>) return;
    found = true;
    visit(kind);
  });
  return found;
}

// The fields that every record has; its id and version are nobody's to change.
template <class Thing, class Visit>
void for_each_common_field(Visit&& visit) {
  visit(Field{"source", &Record<Thing>::source});
  visit(Field{"confirmed_on", &Record<Thing>::confirmed_on});
  visit(Field{"archived_on", &Record<Thing>::archived_on});
}

// Nothing when the field says nothing, and when there is no such field.
template <class Thing>
FieldText text_of(Thing const& thing, std::string_view name) {
  FieldText text;
  auto const look = [&](auto const& field) {
    if (field.name == name) text = to_field_text(thing.*field.member);
  };
  for_each_field<Thing>(look);
  for_each_common_field<Thing>(look);
  return text;
}

// Fails with "map_work.field_unknown", or with what is wrong with the text, said of the field.
template <class Thing>
Done set_text(Thing& thing, std::string_view name, FieldText const& text) {
  Done done = fail(in_field({Fault::invalid, "map_work.field_unknown", {{"value", std::string(name)}}},
                            std::string(name)));
  auto const set = [&](auto const& field) {
    if (field.name != name) return;
    using Value = std::remove_cvref_t<decltype(thing.*field.member)>;
    auto read = from_field_text<Value>(text);
    if (!read) {
      done = fail(in_field(std::move(read.error()), std::string(name)));
      return;
    }
    thing.*field.member = *std::move(read);
    done = {};
  };
  for_each_field<Thing>(set);
  for_each_common_field<Thing>(set);
  return done;
}

}  // namespace wegwijzer
