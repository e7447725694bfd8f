// SPDX-License-Identifier: EUPL-1.2
// Every value of a record as one text and back: how it lies in the store, the audit trail and the exports.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/euro.h"
#include "base/geo_point.h"
#include "base/id.h"
#include "base/time.h"
#include "base/words.h"
#include "domain/choice.h"
#include "domain/code.h"

namespace wegwijzer {

using FieldText = std::optional<std::string>;  // nothing: unknown

template <class Value>
struct FieldCodec;

template <class Value>
FieldText to_field_text(Value const& value) {
  return FieldCodec<Value>::write(value);
}

template <class Value>
Result<Value> from_field_text(FieldText const& text) {
  return FieldCodec<Value>::read(text);
}

// Values that have text(value) and Value::parse(text).
template <class Value>
struct FieldCodec {
  static FieldText write(Value const& value) { return text(value); }

  static Result<Value> read(FieldText const& stored) { return Value::parse(stored.value_or("")); }
};

template <>
struct FieldCodec<std::string> {
  static FieldText write(std::string const& value) { return value; }

  static Result<std::string> read(FieldText const& stored) { return stored.value_or(""); }
};

template <>
struct FieldCodec<bool> {
  static FieldText write(bool value) { return value ? "yes" : "no"; }

  static Result<bool> read(FieldText const& stored) {
    if (stored == "yes") return true;
    if (stored == "no") return false;
    return fail(Fault::invalid, "choice.unknown", {{"value", stored.value_or("")}});
  }
};

template <>
struct FieldCodec<int> {
  static FieldText write(int value) { return std::to_string(value); }

  static Result<int> read(FieldText const& stored) {
    auto const number = whole_number(stored.value_or(""));
    if (number && *number >= 0 && *number <= 1'000'000'000) return static_cast<int>(*number);
    return fail(Fault::invalid, "number.invalid", {{"value", stored.value_or("")}});
  }
};

template <>
struct FieldCodec<Date> {
  static FieldText write(Date value) { return text(value); }

  static Result<Date> read(FieldText const& stored) { return parse_date(stored.value_or("")); }
};

template <Choice Enum>
struct FieldCodec<Enum> {
  static FieldText write(Enum value) { return text(value); }

  static Result<Enum> read(FieldText const& stored) { return parse_choice<Enum>(stored.value_or("")); }
};

template <class Value>
struct FieldCodec<std::optional<Value>> {
  static FieldText write(std::optional<Value> const& value) {
    return value ? to_field_text(*value) : std::nullopt;
  }

  static Result<std::optional<Value>> read(FieldText const& stored) {
    if (!stored) return std::optional<Value>();
    return from_field_text<Value>(stored).map(
        [](Value value) { return std::optional<Value>(std::move(value)); });
  }
};

// A list is its texts joined by "; ", which none of our listed values contains.
template <class Value>
struct FieldCodec<std::vector<Value>> {
  static FieldText write(std::vector<Value> const& values) {
    if (values.empty()) return std::nullopt;
    std::string out;
    for (auto const& value : values) {
      if (!out.empty()) out += "; ";
      out += to_field_text(value).value_or("");
    }
    return out;
  }

  static Result<std::vector<Value>> read(FieldText const& stored) {
    std::vector<Value> values;
    auto const whole = stored.value_or("");
    for (auto const part : split(whole, ';')) {
      auto value = from_field_text<Value>(std::string(part));
      if (!value) return fail(std::move(value.error()));
      values.push_back(std::move(*value));
    }
    return values;
  }
};

}  // namespace wegwijzer
