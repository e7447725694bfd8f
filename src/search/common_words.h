// SPDX-License-Identifier: EUPL-1.2
// Words that say little about what somebody looks for.
#pragma once

#include <string_view>

namespace wegwijzer::search {

// "iets", "met", "the": left out of a query, unless there is nothing else in it.
bool is_stop_word(std::string_view folded_word);

// "les", "club", "cursus": in what form something is offered, whatever it is. What has the word comes higher,
// but what has it not is found as well.
bool is_form_word(std::string_view folded_word);

}  // namespace wegwijzer::search
