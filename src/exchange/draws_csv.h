// SPDX-License-Identifier: EUPL-1.2
// What a figure was in each of the draws of the parameters: a row each, from which the margins of a
// difference can be reckoned later. For statistics, as figures_csv.h.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/import.h"

namespace wegwijzer {

struct DrawnRow {
  std::string indicator;
  int version = 1;
  std::string of;             // as FigureRow
  std::vector<double> draws;  // in their order; one may be without end
  bool operator==(DrawnRow const&) const = default;
};

// The indicator under which the drawn values of parameters stand, of each by its name.
inline constexpr std::string_view drawn_parameter = "parameter";

// With six digits, as figures; the draws in one cell, with spaces between them.
std::string write_draws_csv(std::span<DrawnRow const> rows);

// Fails as Table::open does; a row with a fault is a problem.
Result<Import<DrawnRow>> read_draws_csv(std::string_view bytes);

}  // namespace wegwijzer
