// SPDX-License-Identifier: EUPL-1.2
// What a change of the figures of a place comes from: other children, or one of the five factors. Between two
// days, or between what is and what could be.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "domain/area.h"
#include "opportunity/analysis.h"
#include "opportunity/changes.h"
#include "opportunity/place_figures.h"

namespace wegwijzer {

// The children of one standard profile in one smallest area, and what is left for them after each factor:
// the means of the funnel.
struct FunnelCell {
  AreaCode area;
  std::size_t profile = 0;  // of standard_profiles()
  double children = 0;
  std::array<double, factor_count> left{};  // within reach, known, welcome, possible, supported

  bool operator==(FunnelCell const&) const = default;
};

// Of a population, without cells that have no children; by area and then by profile.
std::vector<FunnelCell> funnel_cells(OpportunityAnalysis const& analysis, Population const& population);

// The children, who they are and where they live; then the factors in their order.
enum class ChangeCause { children, presence, visibility, welcome, access, guidance };

template <>
inline constexpr std::array choices<ChangeCause> = {
    std::pair{ChangeCause::children, "children"},     std::pair{ChangeCause::presence, "presence"},
    std::pair{ChangeCause::visibility, "visibility"}, std::pair{ChangeCause::welcome, "welcome"},
    std::pair{ChangeCause::access, "access"},         std::pair{ChangeCause::guidance, "guidance"}};

inline constexpr std::size_t cause_count = choices<ChangeCause>.size();

// Of one figure, reckoned over cells.
struct SplitChange {
  double before = 0;
  double after = 0;
  std::array<double, cause_count> shares{};  // add up to after - before

  bool operator==(SplitChange const&) const = default;
};

struct ChangeSplit {
  SplitChange mean;
  SplitChange gini;
  SplitChange theil;
};

// A figure is reckoned once for every set of causes that are as after while the others are as before, and
// each cause gets what it adds on average of all orders in which they can come (Shapley, as in shapley.h).
// The same tables give nothing but zeros. Nothing when a table has no children. Each cell stands once.
std::optional<ChangeSplit> change_split(std::span<FunnelCell const> before,
                                        std::span<FunnelCell const> after);

}  // namespace wegwijzer
