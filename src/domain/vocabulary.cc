// SPDX-License-Identifier: EUPL-1.2
#include "domain/vocabulary.h"

#include <algorithm>

namespace wegwijzer {

namespace {

bool is_above(std::vector<Theme> const& themes, ThemeCode const& high, ThemeCode low) {
  // A chain longer than the list is a circle in the data: it ends there.
  for (std::size_t steps = 0; steps <= themes.size(); ++steps) {
    if (low == high) return true;
    auto const theme = std::ranges::find(themes, low, &Theme::code);
    auto const above = theme == themes.end() ? std::nullopt : theme->above;
    if (!above) return false;
    low = *above;
  }
  return false;
}

}  // namespace

bool related(std::vector<Theme> const& themes, ThemeCode const& one, ThemeCode const& other) {
  return is_above(themes, one, other) || is_above(themes, other, one);
}

}  // namespace wegwijzer
