// SPDX-License-Identifier: EUPL-1.2
// An expected failure is a value: Result<T> holds a T or an Error that a person can be told about.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace wegwijzer {

enum class Fault { invalid, missing, forbidden, conflict, unavailable };

// A named value that the translated sentence of an Error shows: {"value", "12 jaar"}.
struct Argument {
  std::string name;
  std::string value;
  bool operator==(Argument const&) const = default;
};

using Arguments = std::vector<Argument>;

struct Error {
  Fault fault = Fault::invalid;
  std::string key;        // of the translated sentence
  Arguments arguments{};  // what that sentence shows
  std::string field{};    // the form field, column or parameter it belongs to
  std::string detail{};   // for the log only
  bool operator==(Error const&) const = default;
};

template <class T>
using Result = tl::expected<T, Error>;

using Done = Result<void>;

[[nodiscard]] inline tl::unexpected<Error> fail(Fault fault, std::string key, Arguments arguments = {}) {
  return tl::make_unexpected(Error{fault, std::move(key), std::move(arguments)});
}

[[nodiscard]] inline tl::unexpected<Error> fail(Error error) {
  return tl::make_unexpected(std::move(error));
}

// The same error, said of the field it was found in.
[[nodiscard]] inline Error in_field(Error error, std::string field) {
  error.field = std::move(field);
  return error;
}

}  // namespace wegwijzer
