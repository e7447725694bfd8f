// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/intervals.h"

#include <algorithm>
#include <cmath>

#include "base/check.h"
#include "opportunity/standings.h"

namespace wegwijzer {

namespace {

std::size_t areas_in(std::span<std::vector<double> const> draws) {
  auto const areas = draws.empty() ? 0 : draws.front().size();
  check(std::ranges::all_of(draws, [&](auto const& draw) { return draw.size() == areas; }),
        "every draw has a figure of every area");
  return areas;
}

// A hair of rounding in the quantile of whole ranks may not cost a whole rank.
constexpr double hair = 1e-9;

RankInterval of_ranks(std::vector<double>& first, std::vector<double>& last, double share) {
  std::ranges::sort(first);
  std::ranges::sort(last);
  auto const low = std::floor(quantile(first, (1 - share) / 2) + hair);
  auto const high = std::ceil(quantile(last, (1 + share) / 2) - hair);
  return {static_cast<std::size_t>(low), static_cast<std::size_t>(high)};
}

// Of the places up to `lowest`, what falls to each of those who share these.
double places_in_lowest(Standing rank, std::size_t lowest) {
  if (rank.first > lowest) return 0;
  auto const places = std::min(rank.last, lowest) - rank.first + 1;
  return static_cast<double>(places) / static_cast<double>(rank.last - rank.first + 1);
}

}  // namespace

double quantile(std::span<double const> sorted, double q) {
  check(!sorted.empty() && q >= 0 && q <= 1, "a quantile is of something, from 0 to 1");
  auto const at = static_cast<double>(sorted.size() - 1) * q;
  auto const below = static_cast<std::size_t>(at);
  auto const above = std::min(below + 1, sorted.size() - 1);
  return std::lerp(sorted[below], sorted[above], at - static_cast<double>(below));
}

Interval interval(std::vector<double> draws, double share) {
  std::ranges::sort(draws);
  return {quantile(draws, (1 - share) / 2), quantile(draws, (1 + share) / 2)};
}

std::vector<RankInterval> rank_intervals(std::span<std::vector<double> const> draws, double share) {
  auto const areas = areas_in(draws);
  std::vector<std::vector<double>> first(areas), last(areas);
  for (auto const& draw : draws) {
    auto const found = standings(draw);
    for (std::size_t i = 0; i < areas; ++i) {
      first[i].push_back(static_cast<double>(found[i].first));
      last[i].push_back(static_cast<double>(found[i].last));
    }
  }
  std::vector<RankInterval> intervals;
  intervals.reserve(areas);
  for (std::size_t i = 0; i < areas; ++i) intervals.push_back(of_ranks(first[i], last[i], share));
  return intervals;
}

std::vector<double> share_of_draws_in_lowest(std::span<std::vector<double> const> draws, std::size_t lowest) {
  std::vector<double> shares(areas_in(draws));
  for (auto const& draw : draws) {
    auto const found = standings(draw);
    for (std::size_t i = 0; i < shares.size(); ++i) shares[i] += places_in_lowest(found[i], lowest);
  }
  for (auto& share : shares) share /= static_cast<double>(draws.size());
  return shares;
}

}  // namespace wegwijzer
