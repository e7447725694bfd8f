// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/inequality.h"

#include <hwy/contrib/sort/vqsort.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <vector>

#include "base/check.h"

namespace wegwijzer {

namespace {

struct Alike {
  double value;
  double people;
};

struct Spread {
  std::vector<Alike> alike;  // none without people
  double people = 0;
  double mean = 0;
};

Spread spread_of(std::span<double const> values, std::span<double const> people) {
  check(values.size() == people.size(), "every value belongs to a number of people");
  Spread spread;
  spread.alike.reserve(values.size());
  double amount = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (people[i] <= 0) continue;
    spread.alike.push_back({values[i], people[i]});
    spread.people += people[i];
    amount += values[i] * people[i];
  }
  if (spread.people > 0) spread.mean = amount / spread.people;
  return spread;
}

// Numbers in the order of the doubles.
std::uint64_t in_order(double value) {
  auto const bits = std::bit_cast<std::uint64_t>(value);
  return bits >> 63U ? ~bits : bits | std::uint64_t{1} << 63U;
}

double from_order(std::uint64_t order) {
  return std::bit_cast<double>(order >> 63U ? order & ~(std::uint64_t{1} << 63U) : ~order);
}

// By value, and by people where that is equal, so that it does not matter in what order they came. Whole
// pairs are sorted as numbers of 128 bits, many at once.
void sort(std::vector<Alike>& all) {
  std::vector<hwy::uint128_t> pairs;
  pairs.reserve(all.size());
  for (auto const& [value, people] : all) pairs.push_back({in_order(people), in_order(value)});
  hwy::Sorter()(pairs.data(), pairs.size(), hwy::SortAscending());
  std::ranges::transform(pairs, all.begin(), [](hwy::uint128_t const& pair) -> Alike {
    return {from_order(pair.hi), from_order(pair.lo)};
  });
}

Spread sorted_spread(std::span<double const> values, std::span<double const> people) {
  auto spread = spread_of(values, people);
  sort(spread.alike);
  return spread;
}

// So few that it can only be a rounding: those with nothing do not get a sliver of the next.
double hardly_anybody(Spread const& spread) {
  return spread.people * 1e-12;
}

// The integral of F (1 - F), F being the part of the people that has at most so much, over the mean: the same
// as the mean difference of all pairs (R. Dorfman, Rev. Econ. Stat. 61, 1979), without a difference that
// could fall below 0.
double gini_of_sorted(Spread const& sorted) {
  double area = 0, below = 0;
  for (std::size_t i = 1; i < sorted.alike.size(); ++i) {
    below += sorted.alike[i - 1].people;
    auto const step = sorted.alike[i].value - sorted.alike[i - 1].value;
    area += step * below * std::max(0.0, sorted.people - below);
  }
  return area / (sorted.people * sorted.people * sorted.mean);
}

std::array<double, 10> tenths_of_sorted(Spread const& sorted) {
  std::array<double, 10> amounts{};
  std::size_t tenth = 0;
  double seen = 0;
  for (auto const& [value, people] : sorted.alike) {
    auto left = people;
    while (tenth < 9) {
      auto const room = sorted.people * static_cast<double>(tenth + 1) / 10 - seen;
      if (left < room - hardly_anybody(sorted)) break;
      auto const here = std::clamp(room, 0.0, left);
      amounts[tenth++] += value * here;
      seen += here;
      left -= here;
    }
    amounts[tenth] += value * left;
    seen += left;
  }
  for (auto& amount : amounts) amount *= 10 / sorted.people;
  return amounts;
}

std::optional<double> palma_of(std::array<double, 10> const& tenths) {
  auto const least = tenths[0] + tenths[1] + tenths[2] + tenths[3];
  if (least <= 0) return {};
  return tenths[9] / least;
}

// By entry of `alike`: the logarithm of what each has over the mean; minus infinity for nothing.
std::vector<double> logarithms(Spread const& spread) {
  std::vector<double> logarithms;
  logarithms.reserve(spread.alike.size());
  for (auto const& [value, people] : spread.alike) logarithms.push_back(std::log(value / spread.mean));
  return logarithms;
}

double theil_of(Spread const& spread, std::vector<double> const& logarithms) {
  double sum = 0;
  for (std::size_t i = 0; i < logarithms.size(); ++i) {
    auto const& [value, people] = spread.alike[i];
    if (std::isfinite(logarithms[i])) sum += people * (value / spread.mean) * logarithms[i];
  }
  return std::max(0.0, sum / spread.people);  // a rounding may be below 0 where all have the same
}

double mean_logarithm(Spread const& spread, std::vector<double> const& logarithms) {
  double sum = 0;
  for (std::size_t i = 0; i < logarithms.size(); ++i) sum += spread.alike[i].people * logarithms[i];
  return sum / spread.people;
}

// The logarithm of the mean of this power of what all have over the mean, through the power. Powers are of
// what is over `from`, so that none overflows.
double logarithm_of_power_mean(Spread const& spread, std::vector<double> const& logarithms, double power,
                               double from) {
  double sum = 0;
  for (std::size_t i = 0; i < logarithms.size(); ++i) {
    sum += spread.alike[i].people * std::expm1(power * (logarithms[i] - from));
  }
  return from + std::log1p(sum / spread.people) / power;
}

// The logarithm of what would do if all had the same, over the mean.
double logarithm_of_equal(Spread const& spread, std::vector<double> const& logarithms, double aversion) {
  if (aversion < 1) return logarithm_of_power_mean(spread, logarithms, 1 - aversion, 0);
  auto const least = std::ranges::min(logarithms);
  if (!std::isfinite(least) || std::isinf(aversion)) return least;
  if (aversion == 1) return mean_logarithm(spread, logarithms);
  return logarithm_of_power_mean(spread, logarithms, 1 - aversion, least);
}

double atkinson_of(Spread const& spread, std::vector<double> const& logarithms, double aversion) {
  if (aversion == 0) return 0;
  return std::max(0.0, -std::expm1(logarithm_of_equal(spread, logarithms, aversion)));
}

}  // namespace

std::optional<Inequality> inequality(std::span<double const> values, std::span<double const> people) {
  auto const sorted = sorted_spread(values, people);
  if (sorted.people <= 0) return {};
  Inequality found;
  found.mean = sorted.mean;
  if (sorted.mean <= 0) return found;
  found.gini = gini_of_sorted(sorted);
  found.tenths = tenths_of_sorted(sorted);
  found.palma = palma_of(found.tenths);
  auto const by_entry = logarithms(sorted);
  found.theil = theil_of(sorted, by_entry);
  for (std::size_t i = 0; i < atkinson_aversions.size(); ++i) {
    found.atkinson[i] = atkinson_of(sorted, by_entry, atkinson_aversions[i]);
  }
  return found;
}

double gini(std::span<double const> values, std::span<double const> people) {
  auto const sorted = sorted_spread(values, people);
  return sorted.people > 0 && sorted.mean > 0 ? gini_of_sorted(sorted) : 0;
}

double atkinson(std::span<double const> values, std::span<double const> people, double aversion) {
  auto const spread = spread_of(values, people);
  if (spread.mean <= 0) return 0;
  return atkinson_of(spread, logarithms(spread), aversion);
}

std::array<double, 10> tenths(std::span<double const> values, std::span<double const> people) {
  auto const sorted = sorted_spread(values, people);
  if (sorted.people <= 0) return {};
  return tenths_of_sorted(sorted);
}

std::optional<double> share_of_least(std::span<double const> values, std::span<double const> people,
                                     double share) {
  auto const sorted = sorted_spread(values, people);
  if (sorted.mean <= 0) return {};
  double amount = 0, seen = 0;
  for (auto const& [value, alike] : sorted.alike) {
    auto const room = sorted.people * share - seen;
    if (room <= hardly_anybody(sorted)) break;
    amount += value * std::min(alike, room);
    seen += alike;
  }
  return amount / (sorted.people * sorted.mean);
}

double theil_between(std::span<double const> values, std::span<double const> people,
                     std::span<std::uint32_t const> group) {
  check(values.size() == people.size() && values.size() == group.size(), "everybody is in one group");
  if (group.empty()) return 0;
  std::vector<double> amounts(std::size_t{std::ranges::max(group)} + 1), sizes(amounts.size());
  for (std::size_t i = 0; i < group.size(); ++i) {
    amounts[group[i]] += values[i] * people[i];
    sizes[group[i]] += people[i];
  }
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    if (sizes[i] > 0) amounts[i] /= sizes[i];
  }
  auto const groups = spread_of(amounts, sizes);
  return groups.mean > 0 ? theil_of(groups, logarithms(groups)) : 0;
}

}  // namespace wegwijzer
