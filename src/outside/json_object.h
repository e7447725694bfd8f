// SPDX-License-Identifier: EUPL-1.2
// JSON of another server: whatever it is, reading it is a value and never an exception.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace wegwijzer {

// An object; one without members when the text is something else.
inline nlohmann::json json_object(std::string_view text) {
  auto value = nlohmann::json::parse(text, nullptr, false);
  return value.is_object() ? value : nlohmann::json::object();
}

// A member that is a text; empty when it is not there or something else.
inline std::string word(nlohmann::json const& object, char const* name) {
  auto const found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace wegwijzer
