// SPDX-License-Identifier: EUPL-1.2
// A dimension as a tree in which no category has many sisters. Sisters are put together in pairs of about the
// same public size (three where their number is odd), these pairs in pairs again, and so on. A pair that is
// no category itself is never shown, but may be too small just as well: what it counts could be reckoned from
// the total and its sisters. It all follows from the dimension alone.
#pragma once

#include <optional>

#include "disclosure/classification.h"

namespace wegwijzer::disclosure {

struct Branch {
  std::size_t parent = 0;  // comes before it; of the total itself
  std::optional<std::size_t> category;
  std::vector<std::size_t> together;  // with which it is withheld, itself among them
  bool is_leaf = true;
};

std::vector<Branch> branches_of(Dimension const& dimension);

}  // namespace wegwijzer::disclosure
