// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/change_split.h"

#include <algorithm>
#include <map>

#include "opportunity/shapley.h"

namespace wegwijzer {

namespace {

// What each factor leaves of what the one before left, the first as an amount. Nothing where nothing was
// left to begin with.
using CellFactors = std::array<std::optional<double>, factor_count>;

struct CellSides {
  std::array<double, 2> children{};       // before, after
  std::array<CellFactors, 2> factors_of;  // of a side without children: of the other
};

CellFactors factors_of(FunnelCell const& cell) {
  CellFactors factors;
  factors[0] = cell.left[0];
  for (std::size_t i = 1; i < factor_count; ++i) {
    if (cell.left[i - 1] > 0) factors[i] = cell.left[i] / cell.left[i - 1];
  }
  return factors;
}

// A factor that has nothing to work on is not known on that side: then it is as on the other, so that it
// changes nothing. Not known on both sides it may be anything: on each side an earlier factor is 0, and the
// side that is 0 first hands on to the other's zero, so that one factor is 0 on both sides and nothing of x
// is left in any mixture. It is 1 then.
void fill_in(CellSides& sides) {
  for (std::size_t i = 0; i < factor_count; ++i) {
    auto& before = sides.factors_of[0][i];
    auto& after = sides.factors_of[1][i];
    if (!before) before = after;
    if (!after) after = before;
    if (!before) before = after = 1;
  }
}

std::vector<CellSides> paired(std::span<FunnelCell const> before, std::span<FunnelCell const> after) {
  std::map<std::pair<AreaCode, std::size_t>, CellSides> cells;
  auto const put = [&](std::span<FunnelCell const> side, std::size_t number) {
    for (auto const& cell : side) {
      if (cell.children <= 0) continue;
      auto& sides = cells[{cell.area, cell.profile}];
      sides.children[number] = cell.children;
      sides.factors_of[number] = factors_of(cell);
    }
  };
  put(before, 0);
  put(after, 1);
  std::vector<CellSides> all;
  for (auto& [key, sides] : cells) {
    fill_in(sides);
    all.push_back(sides);
  }
  return all;
}

// A mixture of before and after: bit 0 the children, the others the factors in their order.
std::optional<Inequality> mixed(std::vector<CellSides> const& cells, std::size_t mixture) {
  std::vector<double> values, children;
  for (auto const& cell : cells) {
    children.push_back(cell.children[mixture & 1U]);
    double x = 1;
    for (std::size_t i = 0; i < factor_count; ++i) x *= *cell.factors_of[mixture >> (i + 1) & 1U][i];
    values.push_back(x);
  }
  return inequality(values, children);
}

SplitChange split_of(std::vector<Inequality> const& mixtures, double Inequality::* figure) {
  std::vector<double> worth;
  for (auto const& one : mixtures) worth.push_back(one.*figure);
  SplitChange split{worth.front(), worth.back(), {}};
  std::ranges::copy(shapley(cause_count, worth), split.shares.begin());
  return split;
}

std::array<double, factor_count> left_of(Funnel const& funnel) {
  return {funnel.within_reach, funnel.known, funnel.welcome, funnel.possible, funnel.supported};
}

}  // namespace

std::vector<FunnelCell> funnel_cells(OpportunityAnalysis const& analysis, Population const& population) {
  std::vector<FunnelCell> cells;
  for (auto const area : population.areas) {
    auto const& code = analysis.model().atlas().areas()[area].code;
    for (std::size_t profile = 0; profile < population.counts.size(); ++profile) {
      if (!population.counts[profile]) continue;
      auto const children = analysis.children(area, profile);
      auto const experience = analysis.of(area, profile);
      if (children <= 0 || !experience) continue;
      cells.push_back({code, profile, children, left_of(experience->funnel)});
    }
  }
  return cells;
}

std::optional<ChangeSplit> change_split(std::span<FunnelCell const> before,
                                        std::span<FunnelCell const> after) {
  auto const cells = paired(before, after);
  std::vector<Inequality> mixtures;
  for (std::size_t mixture = 0; mixture < std::size_t{1} << cause_count; ++mixture) {
    auto const one = mixed(cells, mixture);
    if (!one) return std::nullopt;
    mixtures.push_back(*one);
  }
  return ChangeSplit{split_of(mixtures, &Inequality::mean), split_of(mixtures, &Inequality::gini),
                     split_of(mixtures, &Inequality::theil)};
}

}  // namespace wegwijzer
