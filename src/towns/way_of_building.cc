// SPDX-License-Identifier: EUPL-1.2
#include "towns/way_of_building.h"

#include <array>

namespace wegwijzer::towns {

namespace {

constexpr auto never = never_built;
constexpr auto home_street = WayKind::residential;

// rows, columns, uneven, skew, street, paths, gone, joins, staggered, stubs, alleys, greens, waters, corners,
// diagonals, fenced
constexpr std::array<WayOfBuilding, quarter_count> ways = {{
    {never, never, 0, 0, WayKind::none, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},                   // outside
    {470, 620, 0.35, 0.1, WayKind::track, 0.35, 0.12, 0.85, 0.4, 0.04, 0, 0, 0, 0, 0, 0},   // field
    {150, 185, 0.35, 0.5, WayKind::track, 0.3, 0.15, 0.7, 0.4, 0.05, 0, 0, 0, 0, 0.05, 0},  // wood
    {never, never, 0, 0, WayKind::path, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},                   // lake
    {43, 57, 0.35, 0.22, home_street, 0.45, 0.08, 0.97, 0.45, 0.2, 0.3, 0.05, 0, 0.08, 0.1, 0.025},   // core
    {66, 100, 0.30, 0.16, home_street, 0.45, 0.07, 0.96, 0.71, 0.16, 0.5, 0.06, 0, 0.1, 0.05, 0.03},  // ring
    {68, 104, 0.30, 0.12, home_street, 0.45, 0.07, 0.95, 0.71, 0.16, 0.5, 0.09, 0, 0.1, 0.05,
     0.03},  // prewar
    {69, 102, 0.24, 0.02, home_street, 0.55, 0.07, 0.94, 0.71, 0.16, 0.5, 0.2, 0.02, 0.09, 0.05,
     0.03},                                                                                    // postwar
    {51, 55, 0.20, 0.1, home_street, 0.0, 0.0, 0.3, 0.45, 0.22, 0, 0.1, 0.02, 0.04, 0, 0.04},  // seventies
    {62, 94, 0.24, 0.05, home_street, 0.5, 0.07, 0.94, 0.71, 0.16, 0.45, 0.1, 0.22, 0.09, 0.05,
     0.03},                                                                                      // vinex
    {72, 105, 0.3, 0.3, home_street, 0.3, 0.12, 0.7, 0.4, 0.2, 0.2, 0.1, 0, 0.03, 0.03, 0.025},  // village
    {130, 150, 0.15, 0.03, WayKind::service, 0.1, 0.12, 0.7, 0.3, 0.18, 0, 0.12, 0.04, 0.05, 0,
     0},                                                                                           // business
    {80, 92, 0.35, 0.45, WayKind::footway, 0.2, 0.22, 0.8, 0.4, 0.06, 0, 0, 0, 0.1, 0.1, 0},       // park
    {120, 140, 0.2, 0.03, WayKind::footway, 0.2, 0.25, 0.6, 0.3, 0.2, 0, 0, 0, 0.05, 0.05, 0.05},  // sports
}};

}  // namespace

WayOfBuilding const& way_of_building(Quarter quarter) {
  return ways[static_cast<std::size_t>(quarter)];
}

}  // namespace wegwijzer::towns
