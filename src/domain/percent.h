// SPDX-License-Identifier: EUPL-1.2
// A share in whole percents, 0 to 100.
#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "base/result.h"

namespace wegwijzer {

class Percent {
 public:
  Percent() = default;
  static Result<Percent> parse(std::string_view text);  // "35"; fails with "percent.invalid"

  int value() const { return value_; }

  double share() const { return value_ / 100.0; }

  auto operator<=>(Percent const&) const = default;

 private:
  explicit Percent(int value) : value_(value) {}

  int value_ = 0;
};

std::string text(Percent percent);  // "35"

}  // namespace wegwijzer
