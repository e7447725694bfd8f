// SPDX-License-Identifier: EUPL-1.2
// check(condition, why): a bug or a broken world is an exception, also in release builds.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>

namespace wegwijzer {

class Broken : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

inline void check(bool condition, char const* why) {
  if (!condition) throw Broken(why);
}

// The value of an optional that cannot be empty here; `why` says why not.
template <class Value>
Value const& known(std::optional<Value> const& value, char const* why) {
  if (!value) throw Broken(why);
  return *value;
}

}  // namespace wegwijzer
