// SPDX-License-Identifier: EUPL-1.2
// The fields of a record, named once. Columns of the store, the audit trail, merging of imports and the
// exports all follow from this list, so a new field is one member and one line here.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/result.h"
#include "domain/field_text.h"

namespace wegwijzer {

template <class Thing, class Value>
struct Field {
  std::string_view name;
  Value Thing::* member;
};

// Specialised per record: a tuple of Field.
template <class Thing>
inline constexpr std::nullptr_t fields = nullptr;

template <class Thing, class Visit>
constexpr void for_each_field(Visit&& visit) {
  std::apply([&](auto const&... field) { (visit(field), ...); }, fields<Thing>);
}

struct FieldValue {
  std::string name;
  FieldText value;
  bool operator==(FieldValue const&) const = default;
};

// Every field as text, in the order of the list.
template <class Thing>
std::vector<FieldValue> field_values(Thing const& thing) {
  std::vector<FieldValue> values;
  for_each_field<Thing>([&](auto const& field) {
    values.push_back({std::string(field.name), to_field_text(thing.*field.member)});
  });
  return values;
}

// Reads a field back from its text; fails with the error of its value, said of that field.
template <class Thing, class Value>
Done set_field(Thing& thing, Field<Thing, Value> const& field, FieldText const& value) {
  auto parsed = from_field_text<Value>(value);
  if (!parsed) return fail(in_field(std::move(parsed.error()), std::string(field.name)));
  thing.*field.member = std::move(*parsed);
  return {};
}

}  // namespace wegwijzer
