// SPDX-License-Identifier: EUPL-1.2
#include "web/parameter_phrases.h"

#include <cmath>

#include "opportunity/parameter_draws.h"
#include "web/charts.h"

namespace wegwijzer::web {

namespace {

// As many as it has, up to two.
int digits_it_has(double value) {
  for (int digits = 0; digits < 2; ++digits) {
    auto const shifted = value * std::pow(10, digits);
    if (std::abs(shifted - std::round(shifted)) < 1e-9) return digits;
  }
  return 2;
}

char const* key_of_unit(Unit unit, double value) {
  switch (unit) {
    case Unit::share:
      return "parameter_in.share";
    case Unit::minutes:
      return "parameter_in.minutes";
    case Unit::metres:
      return "parameter_in.metres";
    case Unit::euros:
      return "parameter_in.euros";
    case Unit::months:
      return "parameter_in.months";
    case Unit::weight:
      break;
  }
  return value == 1 ? "parameter_in.weight_one" : "parameter_in.weight";
}

}  // namespace

std::string parameter_name(Language const& language, Parameter const& parameter) {
  return language("parameter." + std::string(parameter.name));
}

std::string parameter_value(Language const& language, Parameter const& parameter, double value) {
  auto const said = parameter.unit == Unit::share ? 100 * value : value;
  return language(key_of_unit(parameter.unit, value),
                  {{"amount", decimal(language, said, digits_it_has(said))}});
}

std::string parameter_range(Language const& language, Parameter const& parameter, double value) {
  auto const range = drawn_range(parameter, value);
  if (range.width() <= 0) return {};
  return language("chart.between", {{"low", parameter_value(language, parameter, range.low)},
                                    {"high", parameter_value(language, parameter, range.high)}});
}

std::string parameter_from(Language const& language, Parameter const& parameter, double value) {
  if (value != OpportunityParameters().*parameter.value) return language("parameter_from.own");
  return language(parameter.has_source ? "parameter_from.source" : "parameter_from.assumption");
}

Html value_and_range(Language const& language, Parameter const& parameter, double value) {
  auto const range = parameter_range(language, parameter, value);
  return html("{}{}", parameter_value(language, parameter, value),
              range.empty() ? Html() : html(R"(<span class="below">({})</span>)", range));
}

}  // namespace wegwijzer::web
