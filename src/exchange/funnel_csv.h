// SPDX-License-Identifier: EUPL-1.2
// What is left after each of the five factors, for the children of one kind in one area: a row each, from
// which a change can be taken apart later. For statistics, as figures_csv.h.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "domain/area.h"
#include "exchange/import.h"

namespace wegwijzer {

struct FunnelRow {
  AreaCode area;
  std::string profile;           // "9-foot-little-dutch"
  double children = 0;           // none of the numbers is negative
  std::array<double, 5> left{};  // within reach, known, welcome, possible, supported
  bool operator==(FunnelRow const&) const = default;
};

// With nine digits: what is added up from it is right in the six that are told.
std::string write_funnel_csv(std::span<FunnelRow const> rows);

// Fails as Table::open does; a row with a fault is a problem.
Result<Import<FunnelRow>> read_funnel_csv(std::string_view bytes);

}  // namespace wegwijzer
