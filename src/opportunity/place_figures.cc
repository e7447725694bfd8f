// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/place_figures.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "opportunity/shapley.h"
#include "reach/parallel.h"

namespace wegwijzer {

namespace {

template <class Enum>
void add_groups(std::vector<ChildGroup>& groups, Trait trait) {
  for (auto const& [value, name] : choices<Enum>) groups.push_back({trait, std::string(name)});
}

std::vector<ChildGroup> all_groups() {
  std::vector<ChildGroup> groups;
  for (int age = ChildrenByAge::youngest; age <= ChildrenByAge::oldest; ++age) {
    groups.push_back({Trait::age, std::to_string(age)});
  }
  add_groups<Going>(groups, Trait::going);
  add_groups<Purse>(groups, Trait::purse);
  add_groups<HomeLanguage>(groups, Trait::language);
  return groups;
}

constexpr std::size_t first_of(Trait trait) {
  switch (trait) {
    case Trait::age:
      return 0;
    case Trait::going:
      return ChildrenByAge::ages;
    case Trait::purse:
      return ChildrenByAge::ages + choices<Going>.size();
    case Trait::language:
      return ChildrenByAge::ages + choices<Going>.size() + choices<Purse>.size();
  }
  return 0;
}

// An area and those around it up to `within`, from large to small; without `within` itself.
std::vector<Index<Area>> chain(Areas const& areas, Index<Area> area, std::optional<Index<Area>> within) {
  std::vector<Index<Area>> found;
  for (std::optional<Index<Area>> at = area; at && at != within; at = areas.around(*at)) found.push_back(*at);
  std::ranges::reverse(found);
  return found;
}

// How many of the children that are meant live in each home.
std::vector<double> children_by_home(OpportunityModel const& model, Population const& population) {
  auto const children = children_in(model, population);
  std::vector<double> homes(population.homes.size());
  for (std::size_t i = 0; i < children.size(); ++i) homes[i / standard_profiles().size()] += children[i];
  return homes;
}

// Of the homes of one area, from the first to before the end, so many as wanted: those in which the children
// in the middle of as many equal parts live.
void add_sample(Population const& all, std::vector<double> const& living,
                std::pair<std::size_t, std::size_t> area, double wanted, Population& sample) {
  auto const [first, end] = area;
  auto const step = std::accumulate(&living[first], living.data() + end, 0.0) / wanted;
  double seen = 0, next = step / 2;
  for (auto home = first; home < end && step > 0; ++home) {
    seen += living[home];
    double times = 0;
    for (; next < seen; next += step) ++times;
    if (times == 0) continue;
    sample.homes.push_back(all.homes[home]);
    sample.of_home.push_back(all.of_home[home]);
    sample.weight.push_back(times * step / living[home]);
  }
}

double of_least_fifth(Inequality const& spread) {
  return (spread.tenths[0] + spread.tenths[1]) / 2;
}

class Figuring {
 public:
  Figuring(OpportunityModel const& model, Population const& population, unsigned threads)
      : model_(model),
        population_(population),
        threads_(threads),
        children_(children_in(model, population)) {}

  std::optional<PlaceFigures> run() {
    if (!anybody()) return std::nullopt;
    RowsOfHomes const rows(model_, population_.homes, threads_, RowsOfHomes::Also::without_barriers);
    auto const values = experienced_by_coalition(rows, children_, threads_);
    auto figures = spread(values[all_factors]);
    by_factor(values, figures);
    by_lever(rows, figures);
    return figures;
  }

  std::optional<PlaceFigures> spread_only() {
    if (!anybody()) return std::nullopt;
    return spread(experienced_by_all(model_, population_.homes, threads_));
  }

 private:
  bool anybody() const {
    return std::ranges::any_of(children_, [](double children) { return children > 0; });
  }

  PlaceFigures spread(std::vector<double> const& now) const {
    PlaceFigures figures;
    figures.children = std::accumulate(children_.begin(), children_.end(), 0.0);
    figures.spread = *inequality(now, children_);
    by_area(now, figures);
    by_group(now, figures);
    return figures;
  }

  // Numbers each child by what `number` says of its home and profile.
  template <class Number>
  std::vector<std::uint32_t> numbered(Number number) const {
    std::vector<std::uint32_t> numbers;
    numbers.reserve(children_.size());
    for (std::size_t home = 0; home < population_.homes.size(); ++home) {
      for (std::size_t p = 0; p < standard_profiles().size(); ++p) {
        numbers.push_back(static_cast<std::uint32_t>(number(home, p)));
      }
    }
    return numbers;
  }

  // The mean of each of so many groups, and how many children are in it.
  template <class Number>
  void means(std::vector<double> const& values, std::size_t groups, Number number, std::vector<double>& means,
             std::vector<double>& children) const {
    means.resize(groups);
    children.resize(groups);
    auto const of = numbered(number);
    for (std::size_t i = 0; i < values.size(); ++i) {
      means[of[i]] += values[i] * children_[i];
      children[of[i]] += children_[i];
    }
    for (std::size_t g = 0; g < groups; ++g) means[g] = children[g] > 0 ? means[g] / children[g] : 0;
  }

  void by_area(std::vector<double> const& now, PlaceFigures& figures) const {
    means(
        now, population_.areas.size(),
        [&](std::size_t home, std::size_t) { return population_.of_home[home]; }, figures.area_means,
        figures.area_children);
    for (auto const& level : population_.levels) {
      auto const group = [&](std::size_t home, std::size_t) { return level[population_.of_home[home]]; };
      figures.theil_between.push_back(theil_between(now, children_, numbered(group)));
    }
  }

  void by_group(std::vector<double> const& now, PlaceFigures& figures) const {
    figures.group_means.resize(child_groups().size());
    figures.group_children.resize(child_groups().size());
    for (auto const& [trait, name] : choices<Trait>) {
      auto const group = [&](std::size_t, std::size_t p) { return group_of(standard_profiles()[p], trait); };
      std::vector<double> each, children;
      means(now, child_groups().size(), group, each, children);
      for (std::size_t g = 0; g < each.size(); ++g) {
        figures.group_means[g] += each[g];
        figures.group_children[g] += children[g];
      }
      figures.theil_between_groups[static_cast<std::size_t>(trait)] =
          theil_between(now, children_, numbered(group));
    }
  }

  void by_factor(std::vector<std::vector<double>> const& values, PlaceFigures& figures) const {
    std::vector<double> ginis(coalition_count);
    in_parallel(coalition_count, threads_, [&](unsigned, std::size_t coalition) {
      ginis[coalition] = gini(values[coalition], children_);
    });
    std::ranges::copy(shapley(factor_count, ginis), figures.shares.begin());
    for (std::size_t i = 0; i < factor_count; ++i) {
      figures.made_equal[i] = ginis[all_factors & ~bit_of(static_cast<Factor>(i))];
    }
  }

  void by_lever(RowsOfHomes const& rows, PlaceFigures& figures) const {
    auto const values = experienced_with_levers(rows, threads_);
    for (std::size_t i = 0; i < lever_count; ++i) {
      auto const then = inequality(values[i], children_);
      figures.levers[i] = {then->mean, of_least_fifth(*then), then->gini};
    }
  }

  OpportunityModel const& model_;
  Population const& population_;
  unsigned threads_;
  std::vector<double> children_;
};

}  // namespace

std::span<ChildGroup const> child_groups() {
  static auto const groups = all_groups();
  return groups;
}

std::size_t group_of(ChildProfile const& child, Trait trait) {
  auto const value = [&]() -> std::size_t {
    switch (trait) {
      case Trait::age:
        return static_cast<std::size_t>(child.age - ChildrenByAge::youngest);
      case Trait::going:
        return static_cast<std::size_t>(child.going);
      case Trait::purse:
        return static_cast<std::size_t>(child.purse);
      case Trait::language:
        return static_cast<std::size_t>(child.language);
    }
    return 0;
  };
  return first_of(trait) + value();
}

Population::Population(OpportunityModel const& model, std::optional<Index<Area>> within,
                       std::span<std::size_t const> profiles)
    : within(within), homes(homes_within(model, within)), counts(standard_profiles().size(), false) {
  auto const& all = model.atlas().areas();
  for (auto const profile : profiles) counts[profile] = true;
  std::vector<std::vector<Index<Area>>> chains;
  for (auto const home : homes) {
    auto const area = model.homes()[home].area;
    if (areas.empty() || areas.back() != area) {
      areas.push_back(area);
      chains.push_back(chain(all, area, within));
    }
    of_home.push_back(static_cast<std::uint32_t>(areas.size() - 1));
  }
  weight.assign(homes.size(), 1);
  auto const living = children_in(model, *this);
  std::vector<double> children(areas.size());
  for (std::size_t i = 0; i < living.size(); ++i) {
    children[of_home[i / standard_profiles().size()]] += living[i];
  }
  for (std::uint32_t i = 0; i < areas.size(); ++i) {
    if (are_enough(children[i])) in_order.push_back(i);
  }
  std::size_t deepest = 0;
  for (auto const& one : chains) deepest = std::max(deepest, one.size());
  for (std::size_t depth = 0; depth < deepest; ++depth) {
    std::map<Index<Area>, std::uint32_t> numbers;
    auto& level = levels.emplace_back();
    for (auto const& one : chains) {
      auto const at = one.empty() ? *within : one[std::min(depth, one.size() - 1)];
      level.push_back(numbers.try_emplace(at, static_cast<std::uint32_t>(numbers.size())).first->second);
    }
  }
}

std::vector<double> children_in(OpportunityModel const& model, Population const& population) {
  auto children = children_by_profile(model, population.homes);
  for (std::size_t i = 0; i < children.size(); ++i) {
    bool const counts = population.counts[i % standard_profiles().size()];
    children[i] *= counts ? population.weight[i / standard_profiles().size()] : 0;
  }
  return children;
}

Population sample_of(OpportunityModel const& model, Population const& all, std::size_t homes) {
  if (all.homes.size() <= homes) return all;
  auto sample = all;
  sample.homes.clear(), sample.of_home.clear(), sample.weight.clear();
  auto const living = children_by_home(model, all);
  for (std::size_t first = 0, end = 0; first < all.homes.size(); first = end) {
    while (end < all.homes.size() && all.of_home[end] == all.of_home[first]) ++end;
    auto const share = static_cast<double>(homes) / static_cast<double>(all.homes.size());
    auto const wanted = std::max(1.0, std::round(static_cast<double>(end - first) * share));
    add_sample(all, living, {first, end}, wanted, sample);
  }
  return sample;
}

std::optional<PlaceFigures> spread_figures(OpportunityModel const& model, Population const& population,
                                           unsigned threads) {
  return Figuring(model, population, threads).spread_only();
}

std::optional<PlaceFigures> place_figures(OpportunityModel const& model, Population const& population,
                                          unsigned threads) {
  return Figuring(model, population, threads).run();
}

}  // namespace wegwijzer
