// SPDX-License-Identifier: EUPL-1.2
// Key figures of areas under one name each, whatever a publication of CBS calls them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace wegwijzer {

// | name | unit |
// |---|---|
// | population, households | number |
// | pop_0_14, pop_15_24, pop_25_44, pop_45_64, pop_65plus | % of the population |
// | origin_europe, origin_outside_europe | % of the population, those of Dutch origin not counted |
// | households_with_children, single_households | number | household_size | persons |
// | population_density | inhabitants per km² |
// | area_km2 | km² |
// | urbanity | class, 1 (extremely) to 5 (not urbanised) |
// | address_density | addresses per km² around an address |
// | dwelling_total | number | dwelling_value | mean WOZ value, 1,000 euro |
// | dwelling_ownership | % owner-occupied | housing_corporation | % of dwellings |
// | employment_rate | % of those of 15-75 |
// | income_low, income_high | % of persons in the lowest 40%, highest 20% of the country |
// | income_person | mean, 1,000 euro | households_poor | % below 110% of the social minimum |
// | edu_low, edu_middle, edu_high, edu_appl_sci | % |
// | youth_care | % of those under 23 | welfare_benefits | number | cars_per_household | number |
// | distance_school, distance_childcare | km by road | schools_within_3km | number |
// | ses_score, ses_spread | SES-WOA |
class AreaFigures {
 public:
  // Takes a figure over when its name is a known one and its value is not empty, "." or one of the negative
  // numbers by which CBS says "unknown" (-99997, -99999999 …).
  void add(std::string_view name, std::string_view value);
  void add(std::string_view name, double value);

  // Ages and origins that are given as numbers of people become shares of the population.
  std::map<std::string, double> figures() const;

 private:
  std::map<std::string, double> values_;
  std::map<std::string, double> people_;
};

}  // namespace wegwijzer
