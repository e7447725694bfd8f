// SPDX-License-Identifier: EUPL-1.2
// How unequal opportunities are among the children of a place: all figures that are told about it, from one
// model. Nothing here depends on the parameters but what is reckoned.
#pragma once

#include "opportunity/all_children.h"
#include "opportunity/coalitions.h"
#include "opportunity/inequality.h"

namespace wegwijzer {

// By what children are told apart.
enum class Trait { age, going, purse, language };

template <>
inline constexpr std::array choices<Trait> = {std::pair{Trait::age, "age"}, std::pair{Trait::going, "going"},
                                              std::pair{Trait::purse, "purse"},
                                              std::pair{Trait::language, "language"}};

inline constexpr std::size_t trait_count = choices<Trait>.size();

// One value of a trait.
struct ChildGroup {
  Trait trait = Trait::age;
  std::string value;  // "9", "bicycle", "little", "other"
  bool operator==(ChildGroup const&) const = default;
};

std::span<ChildGroup const> child_groups();

// Of a standard profile: the number of its group among child_groups(), or of its value among those of the
// trait.
std::size_t group_of(ChildProfile const& child, Trait trait);

// Fewer children that are meant, and an area is in no order with the others.
inline constexpr double fewest_children = 10;

// So many, but for a rounding: children are added up in another order here and there.
constexpr bool are_enough(double children) {
  return children > fewest_children - 1e-9;
}

// Whose figures these are.
struct Population {
  // The children of these standard profiles in an area, or in all areas there are.
  Population(OpportunityModel const& model, std::optional<Index<Area>> within,
             std::span<std::size_t const> profiles);

  std::optional<Index<Area>> within;
  std::vector<std::size_t> homes;      // of the model
  std::vector<double> weight;          // by home, how many homes as this one it stands for: 1 but in a sample
  std::vector<Index<Area>> areas;      // the smallest that have homes, in their order
  std::vector<std::uint32_t> of_home;  // by home: the number of its area
  // From large to small within the population, by number of area: the areas of that kind that lie around it.
  std::vector<std::vector<std::uint32_t>> levels;
  std::vector<bool> counts;             // by standard profile
  std::vector<std::uint32_t> in_order;  // the numbers of the areas with fewest_children or more of them
};

// About so many of its homes, from each area with children at least one, that stand for all: drawn in even
// steps over the children of each area (systematic sampling), of whom as many remain. All of it when it has
// no more homes.
Population sample_of(OpportunityModel const& model, Population const& all, std::size_t homes);

// By home and profile how many of them there are, and those it stands for; 0 of a profile that does not
// count.
std::vector<double> children_in(OpportunityModel const& model, Population const& population);

struct LeverFigures {
  double mean = 0;
  double least_fifth = 0;  // the mean of the fifth of the children that then has least
  double gini = 0;
  bool operator==(LeverFigures const&) const = default;
};

struct PlaceFigures {
  double children = 0;
  Inequality spread;                  // of x over the children
  std::vector<double> theil_between;  // by level of Population, each with what lies between the larger ones
  std::array<double, trait_count> theil_between_groups{};
  std::vector<double> area_means;  // by area of Population; where no such child lives the mean of all is 0
  std::vector<double> area_children;
  std::vector<double> group_means;  // by child_groups()
  std::vector<double> group_children;
  std::array<double, factor_count> shares{};       // of Gini, which they add up to (Shapley)
  std::array<double, factor_count> made_equal{};   // Gini if this factor alone were the same for all
  std::array<LeverFigures, lever_count> levers{};  // for all offerings

  bool operator==(PlaceFigures const&) const = default;
};

// The same without what each factor and lever does, which stays 0: for a country.
std::optional<PlaceFigures> spread_figures(OpportunityModel const& model, Population const& population,
                                           unsigned threads);

// Nothing when no such child lives there. The model must have the homes of the one that `population` is of.
std::optional<PlaceFigures> place_figures(OpportunityModel const& model, Population const& population,
                                          unsigned threads);

}  // namespace wegwijzer
