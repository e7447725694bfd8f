// SPDX-License-Identifier: EUPL-1.2
// How sure a figure is, and a place in an order, when it was reckoned many times with other values for what
// is not known (parameter_draws.h).
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace wegwijzer {

// The part of the draws that an interval holds: docs/parameters.md.
inline constexpr double usual_share_of_draws = 0.9;

struct Interval {
  double low = 0;
  double high = 0;

  double width() const { return high - low; }

  bool contains(double figure) const { return low <= figure && figure <= high; }

  bool operator==(Interval const&) const = default;
};

// The value below which a part `q` of the figures lies, of which there is at least one; on a line between the
// two nearest figures, the least being at 0 and the most at 1 (type 7 of R. Hyndman, Y. Fan, Am. Stat. 50,
// 1996).
double quantile(std::span<double const> sorted, double q);

// What holds the middle `share` of the draws, of which there is at least one: as many lie below it as above.
Interval interval(std::vector<double> draws, double share = usual_share_of_draws);

// Rank 1 is of the area that has least.
struct RankInterval {
  std::size_t low = 1;
  std::size_t high = 1;

  bool operator==(RankInterval const&) const = default;
};

// By area: `draws[d][i]` is the figure of area i in draw d. Areas that are equal in a draw could stand in any
// order there: `low` takes the best of it and `high` the worst, so that nobody is put before another by
// nothing. What falls between two ranks widens the interval.
std::vector<RankInterval> rank_intervals(std::span<std::vector<double> const> draws,
                                         double share = usual_share_of_draws);

// By area the share of the draws in which it is among the `lowest` that have least; with 1 how often it has
// least of all. Areas that are equal share the places that are left, so all add up to `lowest`.
std::vector<double> share_of_draws_in_lowest(std::span<std::vector<double> const> draws, std::size_t lowest);

}  // namespace wegwijzer
