// SPDX-License-Identifier: EUPL-1.2
// How unequally something is spread over people, as DOMAIN.md section 4 asks: Gini, Palma, Atkinson and
// Theil. Everywhere `values[i]` is what each of `people[i]` people has; neither is negative, and people may
// be a fraction. Nothing depends on the unit of either, nor on the order. Where nobody has anything all have
// the same, and every measure is 0.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>

namespace wegwijzer {

// How much weight those with least get in each of `Inequality::atkinson`: docs/parameters.md.
inline constexpr std::array<double, 3> atkinson_aversions = {0.5, 1, 2};

struct Inequality {
  double mean = 0;
  // From 0, all the same, to almost 1, one has all: half the mean difference between two people drawn at
  // random, over the mean (C. Gini 1912).
  double gini = 0;
  // What the tenth with most has over what the four tenths with least have (J. Palma, Dev. Change 42, 2011;
  // A. Cobham and A. Sumner 2013). Nothing when these have nothing.
  std::optional<double> palma;
  // By `atkinson_aversions`: the part of all there is that could be missed if it were shared equally
  // (A. Atkinson, J. Econ. Theory 2, 1970).
  std::array<double, 3> atkinson{};
  // From 0 to the logarithm of how many people there are (H. Theil 1967; his T).
  double theil = 0;
  // The mean of each tenth of the people, from those with least to those with most.
  std::array<double, 10> tenths{};

  bool operator==(Inequality const&) const = default;
};

// Nothing where there are no people.
std::optional<Inequality> inequality(std::span<double const> values, std::span<double const> people);

// `Inequality::gini` on its own, where the others are not asked for.
double gini(std::span<double const> values, std::span<double const> people);

// For any aversion from 0 (always 0) to infinity (what those with least lack of the mean). From 1 on it is 1
// as soon as somebody has nothing.
double atkinson(std::span<double const> values, std::span<double const> people, double aversion);

// `Inequality::tenths` on their own; people in two tenths count in each for their part.
std::array<double, 10> tenths(std::span<double const> values, std::span<double const> people);

// The part of all there is that the `share` of the people with least has: M. Lorenz's curve. Nothing where
// there is nothing to have.
std::optional<double> share_of_least(std::span<double const> values, std::span<double const> people,
                                     double share);

// The part of Theil that lies between groups: as if all in a group had its mean. The rest of Theil lies
// within them, so what a finer division adds lies between its parts (F. Bourguignon, Econometrica 47, 1979;
// A. Shorrocks, Econometrica 48, 1980). Groups are numbered from 0; a number may be left out.
double theil_between(std::span<double const> values, std::span<double const> people,
                     std::span<std::uint32_t const> group);

}  // namespace wegwijzer
