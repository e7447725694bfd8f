// SPDX-License-Identifier: EUPL-1.2
// What taking part costs.
#pragma once

#include <array>
#include <compare>
#include <string>
#include <string_view>

#include "base/euro.h"
#include "domain/choice.h"

namespace wegwijzer {

enum class Per { time, series, month, year };

template <>
inline constexpr std::array choices<Per> = {std::pair{Per::time, "time"}, std::pair{Per::series, "series"},
                                            std::pair{Per::month, "month"}, std::pair{Per::year, "year"}};

struct Price {
  Euro amount;
  Per per = Per::time;
  static Result<Price> parse(std::string_view text);  // "12.50 series"; fails with "price.invalid"

  bool free() const { return amount.cents == 0; }

  auto operator<=>(Price const&) const = default;
};

std::string text(Price price);  // "12.50 series"

}  // namespace wegwijzer
