// SPDX-License-Identifier: EUPL-1.2
// What of an offering its provider should look at: what is old, missing, or about to end.
#pragma once

#include <array>
#include <vector>

#include "domain/choice.h"
#include "domain/holidays.h"
#include "domain/offering.h"

namespace wegwijzer {

// In the order in which it matters to a child.
enum class Attention {
  no_dates_ahead,          // it can be joined, but never takes place any more
  nothing_after_holidays,  // it repeats, and ends before or in the holidays that come next
  no_place,
  no_ages,
  no_price,
  full_without_waiting_list,
  no_next_step,
  no_access_facts,
  stale
};

template <>
inline constexpr std::array choices<Attention> = {
    std::pair{Attention::no_dates_ahead, "no_dates_ahead"},
    std::pair{Attention::nothing_after_holidays, "nothing_after_holidays"},
    std::pair{Attention::no_place, "no_place"},
    std::pair{Attention::no_ages, "no_ages"},
    std::pair{Attention::no_price, "no_price"},
    std::pair{Attention::full_without_waiting_list, "full_without_waiting_list"},
    std::pair{Attention::no_next_step, "no_next_step"},
    std::pair{Attention::no_access_facts, "no_access_facts"},
    std::pair{Attention::stale, "stale"}};

// Of an offering that is not archived; `has_next_step`: one that both partners agreed on, or that waits.
std::vector<Attention> needs_attention(Offering const& offering, Holidays const& holidays, bool has_next_step,
                                       Date today);

}  // namespace wegwijzer
