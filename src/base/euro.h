// SPDX-License-Identifier: EUPL-1.2
// Money in whole cents, never negative here.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace wegwijzer {

struct Euro {
  std::int64_t cents = 0;
  // "12", "12,50", "12.5", "€ 7,50", "1.250,00"; fails with "euro.invalid" or, above a million,
  // "euro.too_much".
  static Result<Euro> parse(std::string_view text);
  auto operator<=>(Euro const&) const = default;
};

std::string text(Euro amount);  // "12.50"

}  // namespace wegwijzer
