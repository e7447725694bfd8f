// SPDX-License-Identifier: EUPL-1.2
// Enumerations with a stable code per value, for the store, the API and translation keys.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "base/check.h"
#include "base/result.h"

namespace wegwijzer {

// Specialised per enumeration: an array of {value, code}.
template <class Enum>
inline constexpr std::nullptr_t choices = nullptr;

template <class Enum>
concept Choice = std::is_enum_v<Enum> && !std::is_null_pointer_v<std::remove_cv_t<decltype(choices<Enum>)>>;

template <Choice Enum>
constexpr std::string_view code(Enum value) {
  for (auto const& [known, name] : choices<Enum>) {
    if (known == value) return name;
  }
  throw Broken("an enumeration value without a code");
}

template <Choice Enum>
std::string text(Enum value) {
  return std::string(code(value));
}

template <Choice Enum>
Result<Enum> parse_choice(std::string_view text) {
  for (auto const& [value, name] : choices<Enum>) {
    if (name == text) return value;
  }
  return fail(Fault::invalid, "choice.unknown", {{"value", std::string(text)}});
}

}  // namespace wegwijzer
