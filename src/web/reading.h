// SPDX-License-Identifier: EUPL-1.2
// What stands in an address, read into its places: the first mistake counts, and is said of its parameter.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/words.h"
#include "domain/field_text.h"
#include "http/parameters.h"

namespace wegwijzer::web {

inline Error unknown_choice(std::string_view value) {
  return {Fault::invalid, "choice.unknown", {{"value", std::string(value)}}};
}

// Reads one parameter into its place; an error names the parameter.
class Reading {
 public:
  explicit Reading(http::Parameters const& parameters) : parameters_(parameters) {}

  template <class Place, class Parse>
  Reading& one(char const* name, Place& place, Parse parse) {
    auto const value = trimmed(parameters_.first(name).value_or(""));
    if (!value.empty()) put(name, parse(value), [&](auto parsed) { place = std::move(parsed); });
    return *this;
  }

  template <class Place, class Parse>
  Reading& each(char const* name, Place& places, Parse parse) {
    for (auto const all : parameters_.all(name)) {
      for (auto const value : split(all, ',')) {
        if (value.empty()) continue;
        put(name, parse(value), [&](auto const& parsed) { places.push_back(parsed); });
      }
    }
    return *this;
  }

  Done done() const { return error_ ? Done(fail(*error_)) : Done(); }

 private:
  template <class Value, class Put>
  void put(char const* name, Result<Value> value, Put keep) {
    if (value) {
      keep(*std::move(value));
    } else if (!error_) {
      error_ = in_field(value.error(), name);
    }
  }

  http::Parameters const& parameters_;
  std::optional<Error> error_;
};

inline auto whole_between(std::int64_t low, std::int64_t high) {
  return [=](std::string_view value) -> Result<int> {
    auto const number = whole_number(value);
    if (number && *number >= low && *number <= high) return static_cast<int>(*number);
    return fail(
        Fault::invalid, "number.not_between",
        {{"value", std::string(value)}, {"low", std::to_string(low)}, {"high", std::to_string(high)}});
  };
}

// As parse(), of what exists.
auto known(auto parse, auto exists) {
  return [=](std::string_view value) {
    auto parsed = parse(value);
    return !parsed || exists(*parsed) ? parsed : decltype(parsed)(fail(unknown_choice(value)));
  };
}

}  // namespace wegwijzer::web
