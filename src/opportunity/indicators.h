// SPDX-License-Identifier: EUPL-1.2
// The figures about inequality by name. Whoever changes what one of them is, or how it is reckoned, so that
// it would come out otherwise of the same data and parameters, raises its version: figures of different
// versions are never subtracted. A test holds a small town against it.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "base/check.h"

namespace wegwijzer {

struct Indicator {
  std::string_view name;
  int version;
  std::string_view unit;
  std::string_view of;  // of which part; empty: of the whole
  std::string_view about;
  std::string_view source;  // of the formula
};

inline constexpr std::array indicators = {
    Indicator{"children", 1, "children", "", "Children that are meant who live here",
              "CBS, by age and profile: docs/parameters.md"},
    Indicator{"mean", 2, "opportunities a child", "", "Mean experienced opportunity over these children",
              "DOMAIN.md section 4: x = r v w a (g0 + (1 - g0) g), added up over offerings"},
    Indicator{"gini", 2, "0 to 1", "", "Half the mean difference between two children, over the mean",
              "C. Gini, 1912"},
    Indicator{"palma", 2, "ratio", "",
              "What the tenth with most has over what the four tenths with least have",
              "J. Palma, Dev. Change 42, 2011; A. Cobham, A. Sumner, 2013"},
    Indicator{"atkinson", 2, "0 to 1", "aversion",
              "Part of all there is that could be missed if shared equally",
              "A. Atkinson, J. Econ. Theory 2, 1970"},
    Indicator{"theil", 2, "0 and up", "", "Theil's T over children", "H. Theil, 1967"},
    Indicator{"tenth", 2, "opportunities a child", "tenth", "Mean of each tenth of the children, 1 has least",
              "quantiles of children"},
    Indicator{"theil_between", 2, "0 and up", "kind of area",
              "Part of Theil between areas of this kind, with what lies between larger ones",
              "F. Bourguignon, Econometrica 47, 1979"},
    Indicator{"theil_between_groups", 2, "0 and up", "trait",
              "Part of Theil between children that differ in this", "A. Shorrocks, Econometrica 48, 1980"},
    Indicator{"amount", 2, "opportunities a child", "area", "Mean experienced opportunity in a smallest area",
              "as mean"},
    Indicator{"area_children", 1, "children", "area", "Children that are meant who live there",
              "as children"},
    Indicator{"rank", 2, "place", "area",
              "Place in the order of areas with ten of these children or more, 1 has least",
              "opportunity/intervals.h"},
    Indicator{"among_least", 2, "share of draws", "area",
              "How often the area is in the fifth of areas that has least", "opportunity/intervals.h"},
    Indicator{"group_amount", 2, "opportunities a child", "group", "Mean experienced opportunity in a group",
              "as mean"},
    Indicator{"group_children", 1, "children", "group", "Children in a group", "as children"},
    Indicator{"gini_share", 2, "0 to 1", "factor", "Part of Gini that goes with a factor; all add up to it",
              "A. Shorrocks, J. Econ. Inequal. 11, 2013 (L. Shapley, 1953)"},
    Indicator{"gini_made_equal", 2, "0 to 1", "factor", "Gini if this factor alone were the same for all",
              "opportunity/coalitions.h"},
    Indicator{"largest_share", 2, "share of draws", "factor", "How often no factor has a larger part of Gini",
              "opportunity/uncertainty.h"},
    Indicator{"lever_mean", 2, "opportunities a child", "lever",
              "Mean with this lever pulled for all offerings", "opportunity/changes.h"},
    Indicator{"lever_least_fifth", 2, "opportunities a child", "lever",
              "Mean of the fifth of the children that then has least", "opportunity/changes.h"},
    Indicator{"lever_gini", 2, "0 to 1", "lever", "Gini with this lever pulled", "opportunity/changes.h"},
    Indicator{"lever_best", 2, "share of draws", "lever",
              "How often no lever helps the fifth with least more", "opportunity/uncertainty.h"},
    Indicator{"unsure_mean", 2, "share of variance", "parameter",
              "Part of the spread of mean over the draws that goes with a parameter",
              "R. Iman, W. Conover, Technometrics 21, 1979"},
    Indicator{"unsure_gini", 2, "share of variance", "parameter",
              "Part of the spread of Gini over the draws that goes with a parameter",
              "R. Iman, W. Conover, Technometrics 21, 1979"}};

// Of a name that is there.
constexpr Indicator const& indicator(std::string_view name) {
  for (auto const& one : indicators) {
    if (one.name == name) return one;
  }
  throw Broken("an indicator that is not there");
}

// "1"; with those that are further: "1, gini 2".
inline std::string indicator_versions() {
  std::string versions = "1";
  for (auto const& one : indicators) {
    if (one.version > 1) versions += ", " + std::string(one.name) + " " + std::to_string(one.version);
  }
  return versions;
}

}  // namespace wegwijzer
