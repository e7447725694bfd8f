// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/uncertainty.h"

#include <algorithm>
#include <atomic>
#include <limits>

#include "reach/parallel.h"

namespace wegwijzer {

namespace {

using Drawn = std::vector<PlaceFigures>;

// A model that looks as far as any of the draws.
OpportunityModel looking_far(OpportunityModel const& model, std::vector<OpportunityParameters> const& draws,
                             unsigned threads, DrawWatch const& watch) {
  auto parameters = model.parameters();
  for (auto const& draw : draws) {
    parameters.longest_journey = std::max(parameters.longest_journey, draw.longest_journey);
  }
  auto const told = [&](ModelStep, std::size_t) {
    if (watch) watch(0);
  };
  return OpportunityModel(model.shared_atlas(), parameters, model.today(), threads, told, &model);
}

std::vector<Parameter const*> those_varied() {
  std::vector<Parameter const*> varied;
  for (auto const& parameter : opportunity_parameters()) {
    if (is_varied(parameter)) varied.push_back(&parameter);
  }
  return varied;
}

// By draw every figure, one after the other.
std::vector<std::vector<double>> in_rows(Drawn& drawn) {
  std::vector<std::vector<double>> rows;
  for (auto& figures : drawn) {
    auto& row = rows.emplace_back();
    for_each_figure(figures, [&](double& figure) { row.push_back(figure); });
  }
  return rows;
}

void find_intervals(Drawn& drawn, Uncertainty& found) {
  auto const rows = in_rows(drawn);
  std::vector<Interval> intervals;
  for (std::size_t i = 0; i < rows.front().size(); ++i) {
    std::vector<double> each;
    for (auto const& row : rows) each.push_back(row[i]);
    intervals.push_back(interval(std::move(each)));
  }
  found.low = found.high = drawn.front();
  auto low = intervals.begin(), high = intervals.begin();
  for_each_figure(found.low, [&](double& figure) { figure = (low++)->low; });
  for_each_figure(found.high, [&](double& figure) { figure = (high++)->high; });
}

void find_ranks(Drawn const& drawn, Population const& population, Uncertainty& found) {
  std::vector<std::vector<double>> rows;
  for (auto const& figures : drawn) {
    auto& row = rows.emplace_back();
    for (auto const area : population.in_order) row.push_back(figures.area_means[area]);
  }
  if (population.in_order.empty()) return;
  found.ranks = rank_intervals(rows);
  found.among_least = share_of_draws_in_lowest(rows, (population.in_order.size() + 4) / 5);
}

double outcome_of(PlaceFigures const& figures, Outcome outcome) {
  return outcome == Outcome::mean ? figures.spread.mean : figures.spread.gini;
}

void find_sensitivities(Drawn const& drawn, std::vector<OpportunityParameters> const& draws,
                        Uncertainty& found) {
  std::vector<std::vector<double>> inputs;
  for (auto const& draw : draws) {
    auto& row = inputs.emplace_back();
    for (auto const* const parameter : found.varied) row.push_back(draw.*parameter->value);
  }
  for (auto const& [outcome, name] : choices<Outcome>) {
    std::vector<double> outcomes;
    for (auto const& figures : drawn) outcomes.push_back(outcome_of(figures, outcome));
    found.sensitivities[static_cast<std::size_t>(outcome)] = sensitivity(inputs, outcomes);
  }
}

// Adds 1 to the largest; of equal ones to the first.
template <std::size_t count>
void count_largest(std::array<double, count> const& of, std::array<double, count>& counts, double times) {
  counts[static_cast<std::size_t>(std::ranges::max_element(of) - of.begin())] += times;
}

void find_best(Drawn const& drawn, Uncertainty& found) {
  auto const each = 1 / static_cast<double>(drawn.size());
  for (auto const& figures : drawn) {
    std::array<double, lever_count> least{};
    std::ranges::transform(figures.levers, least.begin(), &LeverFigures::least_fifth);
    count_largest(least, found.best, each);
    count_largest(figures.shares, found.largest, each);
  }
}

}  // namespace

void for_each_figure(PlaceFigures& figures, std::function<void(double&)> const& visit) {
  auto const all = [&](auto& numbers) {
    for (auto& number : numbers) visit(number);
  };
  visit(figures.children);
  visit(figures.spread.mean);
  visit(figures.spread.gini);
  if (!figures.spread.palma) figures.spread.palma = std::numeric_limits<double>::infinity();
  visit(*figures.spread.palma);
  all(figures.spread.atkinson);
  visit(figures.spread.theil);
  all(figures.spread.tenths);
  all(figures.theil_between);
  all(figures.theil_between_groups);
  all(figures.area_means);
  all(figures.area_children);
  all(figures.group_means);
  all(figures.group_children);
  all(figures.shares);
  all(figures.made_equal);
  for (auto& lever : figures.levers) {
    visit(lever.mean);
    visit(lever.least_fifth);
    visit(lever.gini);
  }
}

std::optional<Uncertainty> uncertainty(OpportunityModel const& model, Population const& population,
                                       DrawOrder const& order, DrawWatch const& watch) {
  auto const draws = parameter_draws(model.parameters(), order.draws, order.seed);
  auto const base = looking_far(model, draws, order.threads, watch);
  std::vector<std::optional<PlaceFigures>> each(draws.size());
  std::atomic<std::size_t> done = 0;
  in_parallel(draws.size(), order.threads, [&](unsigned, std::size_t i) {
    each[i] = place_figures(OpportunityModel(base, draws[i], 1), population, 1);
    if (watch) watch(++done);
  });
  Drawn drawn;
  for (auto& figures : each) {
    if (!figures) return std::nullopt;
    drawn.push_back(std::move(*figures));
  }
  Uncertainty found;
  found.draws = drawn.size();
  found.varied = those_varied();
  find_ranks(drawn, population, found);
  find_sensitivities(drawn, draws, found);
  find_best(drawn, found);
  find_intervals(drawn, found);
  return found;
}

}  // namespace wegwijzer
