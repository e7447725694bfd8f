// SPDX-License-Identifier: EUPL-1.2
// Where each of some figures stands when they are put in order from least to most.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace wegwijzer {

// Ranks from 1. Figures that are equal share theirs: each could stand at any of them.
struct Standing {
  std::size_t first = 1;
  std::size_t last = 1;

  double middle() const { return static_cast<double>(first + last) / 2; }

  bool operator==(Standing const&) const = default;
};

std::vector<Standing> standings(std::span<double const> figures);

}  // namespace wegwijzer
