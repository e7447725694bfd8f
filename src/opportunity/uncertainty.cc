// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/uncertainty.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <limits>
#include <set>

#include "reach/parallel.h"

namespace wegwijzer {

namespace {

using Drawn = std::vector<PlaceFigures>;

// As far as a child may live that comes to a venue which a child of the place comes to: both ride for as long
// as can be, at the pace of the fastest.
constexpr double metres_a_minute = 14'000.0 / 60;

using Places = std::span<PlaceToDraw const>;

// The homes of the model that are not too far away.
std::vector<std::size_t> homes_around(OpportunityModel const& model, Places places, double minutes) {
  auto const metres = 2 * minutes * metres_a_minute;
  auto const latitudes = static_cast<std::int64_t>(metres / 0.0111);  // a ten-millionth of a degree
  auto const longitudes =
      static_cast<std::int64_t>(metres / 0.0064);  // at 55 degrees, farther north than here
  std::int64_t south = INT32_MAX, north = INT32_MIN, west = INT32_MAX, east = INT32_MIN;
  std::set<Index<Ecosystem>> here;  // whose offerings without a trip are shared by all its children
  for (auto const& [place, figures] : places) {
    for (auto const home : place->homes) {
      auto const [latitude, longitude] = model.homes()[home].point;
      south = std::min<std::int64_t>(south, latitude), north = std::max<std::int64_t>(north, latitude);
      west = std::min<std::int64_t>(west, longitude), east = std::max<std::int64_t>(east, longitude);
    }
    for (auto const area : place->areas) {
      auto const& ecosystems = model.surroundings().ecosystems(area);
      here.insert(ecosystems.begin(), ecosystems.end());
    }
  }
  std::vector<std::size_t> around;
  for (std::size_t i = 0; i < model.homes().size(); ++i) {
    auto const& of = model.surroundings().ecosystems(model.homes()[i].area);
    bool const shares = std::ranges::any_of(of, [&](auto const one) { return here.contains(one); });
    auto const [latitude, longitude] = model.homes()[i].point;
    bool const near = latitude >= south - latitudes && latitude <= north + latitudes &&
                      longitude >= west - longitudes && longitude <= east + longitudes;
    if (near || shares) around.push_back(i);
  }
  return around;
}

// A model of the homes that matter, which looks so far.
OpportunityModel looking_far(OpportunityModel const& model, Places places,
                             OpportunityParameters const& parameters, DrawOrder const& order,
                             DrawWatch const& watch) {
  auto const told = [&](ModelStep, std::size_t) {
    if (watch) watch(0);
  };
  return OpportunityModel(model, parameters, homes_around(model, places, parameters.longest_journey),
                          order.threads, told);
}

std::vector<std::size_t> profiles_in(Population const& population) {
  std::vector<std::size_t> profiles;
  for (std::size_t p = 0; p < population.counts.size(); ++p) {
    if (population.counts[p]) profiles.push_back(p);
  }
  return profiles;
}

// With the usual parameters: of all homes, and of the sample.
struct Correction {
  PlaceFigures right;
  PlaceFigures sampled;
};

// A place as the draws see it.
struct DrawnPlace {
  Population there;                               // of the model that looks far
  std::optional<Correction> correction;           // nothing where it is no sample
  std::vector<std::optional<PlaceFigures>> each;  // by draw
};

std::vector<double> in_row(PlaceFigures figures) {
  std::vector<double> row;
  for_each_figure(figures, [&](double& figure) { row.push_back(figure); });
  return row;
}

// An amount is as much more than that of the sample as it usually is; so none falls below 0. What has no end
// stays so.
double put_right(double figure, double right, double sampled) {
  if (!std::isfinite(right) || !std::isfinite(sampled)) return figure;
  return sampled > 0 && right > 0 ? figure * (right / sampled) : figure + (right - sampled);
}

// The shares of factors may be on either side of 0, and add up.
void put_right(PlaceFigures& figures, Correction const& by) {
  auto const shares = figures.shares;
  auto right = in_row(by.right), sampled = in_row(by.sampled);
  std::size_t at = 0;
  for_each_figure(figures, [&](double& figure) {
    figure = std::max(0.0, put_right(figure, right[at], sampled[at]));
    ++at;
  });
  for (std::size_t i = 0; i < factor_count; ++i) {
    figures.shares[i] = shares[i] + by.right.shares[i] - by.sampled.shares[i];
  }
}

void put_right(DrawnPlace& place) {
  if (!place.correction) return;
  for (auto& figures : place.each) {
    if (figures) put_right(*figures, *place.correction);
  }
}

// The places with at most so many homes together, as the draws see them.
class PlacesOfDraws {
 public:
  PlacesOfDraws(OpportunityModel const& model, OpportunityModel const& far, DrawOrder const& order)
      : model_(model), far_(far), order_(order) {}

  DrawnPlace of(PlaceToDraw const& asked, std::size_t most_homes) {
    auto const& population = *asked.population;
    Population const all(far_, population.within, profiles_in(population));
    DrawnPlace place{sample_of(far_, all, most_homes), {}, {}};
    place.each.resize(order_.draws);
    if (place.there.homes.size() < all.homes.size()) {
      auto right = asked.figures ? *asked.figures : place_figures(model_, population, order_.threads);
      auto sampled = place_figures(usual(), place.there, order_.threads);
      if (right && sampled) place.correction = {*std::move(right), *std::move(sampled)};
    }
    return place;
  }

 private:
  // Made once a place needs it.
  OpportunityModel const& usual() {
    if (&far_ == &model_) return model_;
    if (!usual_) usual_.emplace(far_, model_.parameters(), order_.threads);
    return *usual_;
  }

  OpportunityModel const& model_;
  OpportunityModel const& far_;
  DrawOrder const& order_;
  std::optional<OpportunityModel> usual_;
};

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
    for_each_figure(figures, [](double&) {});  // a Palma without end gets its number
    rows.push_back(in_row(figures));
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

std::optional<Uncertainty> found_in(std::vector<std::optional<PlaceFigures>> each,
                                    std::vector<OpportunityParameters> const& draws,
                                    Population const& population) {
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
  found.drawn = std::move(drawn);
  return found;
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

OpportunityParameters looking_as_far(OpportunityParameters parameters, DrawOrder const& order) {
  for (auto const& draw : parameter_draws(parameters, order.draws, order.seed)) {
    parameters.longest_journey = std::max(parameters.longest_journey, draw.longest_journey);
  }
  return parameters;
}

std::optional<Uncertainty> uncertainty(OpportunityModel const& model, Population const& population,
                                       DrawOrder const& order, DrawWatch const& watch) {
  std::array const places{PlaceToDraw{&population}};
  return std::move(uncertainty_of_places(model, places, order, watch).front());
}

std::vector<std::optional<Uncertainty>> uncertainty_of_places(OpportunityModel const& model, Places places,
                                                              DrawOrder const& order,
                                                              DrawWatch const& watch) {
  auto const draws = parameter_draws(model.parameters(), order.draws, order.seed);
  auto const as_far = looking_as_far(model.parameters(), order);
  std::optional<OpportunityModel> made;
  if (OpportunityModel::longest_journey(as_far) > model.looked_for()) {
    made.emplace(looking_far(model, places, as_far, order, watch));
  }
  auto const& far = made ? *made : model;
  std::size_t all_homes = 0;
  for (auto const& place : places) all_homes += place.population->homes.size();
  PlacesOfDraws drawing(model, far, order);
  std::vector<DrawnPlace> drawn;
  for (auto const& place : places) {
    auto const share =
        order.most_homes * place.population->homes.size() / std::max<std::size_t>(1, all_homes);
    drawn.push_back(drawing.of(place, share));
    if (watch) watch(0);
  }
  std::atomic<std::size_t> done = 0;
  in_parallel(draws.size(), order.threads, [&](unsigned, std::size_t i) {
    OpportunityModel const other(far, draws[i], 1);
    for (auto& place : drawn) place.each[i] = place_figures(other, place.there, 1);
    if (watch) watch(++done);
  });
  std::vector<std::optional<Uncertainty>> found;
  for (std::size_t i = 0; i < places.size(); ++i) {
    put_right(drawn[i]);
    found.push_back(found_in(std::move(drawn[i].each), draws, *places[i].population));
  }
  return found;
}

}  // namespace wegwijzer
