// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/parameter_draws.h"

#include <algorithm>

#include "opportunity/latin_hypercube.h"

namespace wegwijzer {

namespace {

bool says_that_all_count_whole(Parameter const& parameter, double value) {
  return parameter.value == &OpportunityParameters::half_at && value == 0;
}

// At `part`, from 0 to 1, of the range.
double drawn(Parameter const& parameter, double usual, double part) {
  if (says_that_all_count_whole(parameter, usual)) return usual;
  auto const low = std::min(parameter.low, usual), high = std::max(parameter.high, usual);
  return low + part * (high - low);
}

}  // namespace

bool is_varied(Parameter const& parameter) {
  return parameter.value != &OpportunityParameters::square;
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
      if (is_varied(table[i])) {
        sets[draw].*table[i].value = drawn(table[i], usual.*table[i].value, points[draw][i]);
      }
    }
  }
  return sets;
}

}  // namespace wegwijzer
