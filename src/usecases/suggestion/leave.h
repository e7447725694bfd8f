// SPDX-License-Identifier: EUPL-1.2
// Somebody who may not change the map says what it should say: kept for who may.
#pragma once

#include <string_view>

#include "ports/store.h"

namespace wegwijzer {

// Assumptions (docs/parameters.md). What waits can be read in a few days; a flood reaches neither the disk
// nor all of the attention.
inline constexpr std::size_t most_waiting = 500;           // of one ecosystem
inline constexpr std::size_t most_waiting_about_one = 20;  // record
inline constexpr std::size_t longest_suggestion = 1'000;   // letters

// Keeps it with the day, and nothing about who said it but where it came from. Of each field it notes what
// stands there now, and leaves out what would stay as it is. Said again while it waits it is kept once. The
// writer is not yet committed. Fails with "suggestion.empty", "suggestion.too_long", "suggestion.no_change",
// "suggestion.page_invalid", "suggestion.about_missing", "suggestion.field_invalid", "suggestion.full" and
// "suggestion.full_of_this".
Result<Suggestion> leave_suggestion(Writer& writer, Suggestion said, Date today);

}  // namespace wegwijzer
