// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/parameter_draws.h"

#include <algorithm>

#include "opportunity/latin_hypercube.h"

namespace wegwijzer {

namespace {

bool says_that_all_count_whole(Parameter const& parameter, double value) {
  return parameter.value == &OpportunityParameters::half_at && value == 0;
}

}  // namespace

bool is_varied(Parameter const& parameter) {
  return parameter.value != &OpportunityParameters::square;
}

Interval drawn_range(Parameter const& parameter, double usual) {
  if (!is_varied(parameter) || says_that_all_count_whole(parameter, usual)) return {usual, usual};
  return {std::min(parameter.low, usual), std::max(parameter.high, usual)};
}

// The model asks for no order of parameters: of trained and other guides it takes the better
// (surroundings.h). So ages are not kept in order either: some sets let a child of six go less far alone than
// one of five.
std::vector<OpportunityParameters> parameter_draws(OpportunityParameters const& usual, std::size_t draws,
                                                   Seed seed) {
  auto const table = opportunity_parameters();
  std::vector<std::string_view> names;
  for (auto const& parameter : table) names.push_back(parameter.name);
  auto const points = latin_hypercube(draws, names, seed);
  std::vector<OpportunityParameters> sets(draws, usual);
  for (std::size_t draw = 0; draw < draws; ++draw) {
    for (std::size_t i = 0; i < table.size(); ++i) {
      auto const range = drawn_range(table[i], usual.*table[i].value);
      sets[draw].*table[i].value = range.low + points[draw][i] * range.width();
    }
  }
  return sets;
}

}  // namespace wegwijzer
