// SPDX-License-Identifier: EUPL-1.2
// "Bedoel je …?": the known word that looks most like one that is not known.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wegwijzer {

// The number of letters to add, leave out or change (Levenshtein 1966).
std::size_t edit_distance(std::string_view a, std::string_view b);

// By folded text; nothing when none has three of each four letters right.
std::optional<std::string> nearest(std::string_view word, std::vector<std::string> const& known);

}  // namespace wegwijzer
