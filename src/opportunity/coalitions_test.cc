// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/coalitions.h"

#include <gtest/gtest.h>

#include <numeric>

#include "kit/made_world.h"

namespace wegwijzer {

namespace {

std::shared_ptr<OpportunityModel const> model_of_coalitions() {
  static auto const model = [] {
    OpportunityParameters parameters;
    parameters.square = 1000;
    auto const atlas = std::make_shared<Atlas const>(MadeWorld(250, 2, 3).atlas());
    return std::make_shared<OpportunityModel const>(atlas, parameters, date(2026, 11, 24), 2);
  }();
  return model;
}

using FiveFactors = std::array<double, factor_count>;

// One child and one offering at a time, whether it is near and suits the age or not.
FiveFactors factors_of(OpportunityModel const& model, std::size_t home, ChildProfile const& child,
                       std::size_t candidate) {
  auto const& parameters = model.parameters();
  auto const& one = model.candidates()[candidate];
  auto const area = model.homes()[home].area;
  double decay = 0, route = 1;
  if (one.venue) {
    auto const reached = model.reached(home, child.travel());
    auto const arrival = reached.find(*one.venue);
    decay = arrival ? model.decay()(reached.arrivals[*arrival].travel) : 0;
    route = route_barrier(arrival ? reached.calm_time(*arrival) : never, child, parameters);
  } else {
    auto const& here = model.surroundings().ecosystems(area);
    bool const needs_trip =
        model.atlas().catalogue().facts(one.offering).needs_trip;  // nobody knows where to
    decay = needs_trip || std::ranges::find(here, one.ecosystem) == here.end() ? 0 : 1;
  }
  auto const row = profile_row(model, asked(model.atlas().catalogue(), one), child);
  bool const own = one.area == area;
  auto const& known = model.surroundings().of(one.organisation, area);
  auto const guides = model.surroundings().guides_to(one.organisation);
  return {fits(one, child.age) ? decay * std::min(1.0, model.seats_per_child(candidate)) : 0,
          visibility(known, own, child, parameters), own ? row.welcome_in_own_area : row.welcome,
          row.access * route, support(guidance(known, guides, child, parameters), parameters)};
}

// By coalition, home and profile, as DOMAIN.md section 4 says it.
std::vector<std::vector<double>> slowly(OpportunityModel const& model, std::vector<std::size_t> const& homes,
                                        std::vector<double> const& children) {
  auto const& profiles = standard_profiles();
  std::vector<std::vector<double>> sums(coalition_count, std::vector<double>(children.size()));
  auto const all = std::accumulate(children.begin(), children.end(), 0.0);
  for (std::size_t candidate = 0; candidate < model.candidates().all().size(); ++candidate) {
    std::vector<FiveFactors> each;
    FiveFactors means{};
    for (auto const home : homes) {
      for (auto const& child : profiles) {
        each.push_back(factors_of(model, home, child, candidate));
        for (std::size_t f = 0; f < factor_count; ++f) {
          means[f] += each.back()[f] * children[each.size() - 1] / all;
        }
      }
    }
    for (Coalition on = 0; on < coalition_count; ++on) {
      for (std::size_t i = 0; i < each.size(); ++i) {
        double product = 1;
        for (std::size_t f = 0; f < factor_count; ++f) product *= on >> f & 1U ? each[i][f] : means[f];
        sums[on][i] += product;
      }
    }
  }
  return sums;
}

}  // namespace

TEST(Coalitions, are_what_the_slow_formulas_give) {
  auto const model = model_of_coalitions();
  auto const homes = homes_within(*model, std::nullopt);
  ASSERT_GT(homes.size(), 5U);
  auto const children = children_by_profile(*model, homes);
  auto const fast = experienced_by_coalition({*model, homes, 2}, children, 2);
  auto const slow = slowly(*model, homes, children);
  for (Coalition on = 0; on < coalition_count; ++on) {
    for (std::size_t i = 0; i < children.size(); ++i) {
      ASSERT_NEAR(fast[on][i], slow[on][i], 1e-12 * std::max(1.0, slow[on][i])) << on << " " << i;
    }
  }
}

TEST(Coalitions, of_all_factors_are_what_is_experienced_and_of_none_the_same_for_all) {
  auto const model = model_of_coalitions();
  auto const homes = homes_within(*model, Index<Area>(0));
  auto const everywhere = homes_within(*model, std::nullopt);
  for (auto const& some : {homes, everywhere}) {
    if (some.empty()) continue;
    auto const by_coalition =
        experienced_by_coalition({*model, some, 1}, children_by_profile(*model, some), 1);
    auto const now = experienced_by_all(*model, some, 1);
    for (std::size_t i = 0; i < now.size(); ++i) {
      EXPECT_NEAR(by_coalition[all_factors][i], now[i], 1e-12 * std::max(1.0, now[i]));
      EXPECT_NEAR(by_coalition[0][i], by_coalition[0][0], 1e-12 * by_coalition[0][0]);
    }
    EXPECT_GT(by_coalition[0][0], 0);
  }
}

TEST(Coalitions, are_the_same_on_any_number_of_threads) {
  auto const model = model_of_coalitions();
  auto const homes = homes_within(*model, std::nullopt);
  auto const children = children_by_profile(*model, homes);
  EXPECT_EQ(experienced_by_coalition({*model, homes, 1}, children, 1),
            experienced_by_coalition({*model, homes, 3}, children, 3));
}

}  // namespace wegwijzer
