// SPDX-License-Identifier: EUPL-1.2
#include "exchange/area_figures.h"

#include <algorithm>
#include <array>

#include "base/words.h"
#include "exchange/cells.h"

namespace wegwijzer {

namespace {

enum class Meaning { as_is, people, hectares };

struct FigureName {
  std::string_view said;  // folded, without blanks
  std::string_view name;
  Meaning meaning = Meaning::as_is;
};

constexpr FigureName figure_names[] = {
    {"population", "population"},
    {"ainw", "population"},
    {"aantalinwoners", "population"},
    {"inwoners", "population"},
    {"aantinw", "population"},
    {"inhabitants", "population"},
    {"pop014", "pop_0_14"},
    {"pop1524", "pop_15_24"},
    {"pop2544", "pop_25_44"},
    {"pop4564", "pop_45_64"},
    {"pop65plus", "pop_65plus"},
    {"a0014", "pop_0_14", Meaning::people},
    {"a1524", "pop_15_24", Meaning::people},
    {"a2544", "pop_25_44", Meaning::people},
    {"a4564", "pop_45_64", Meaning::people},
    {"a65oo", "pop_65plus", Meaning::people},
    {"percentagepersonen0tot15jaar", "pop_0_14"},
    {"percentagepersonen15tot25jaar", "pop_15_24"},
    {"percentagepersonen25tot45jaar", "pop_25_44"},
    {"percentagepersonen45tot65jaar", "pop_45_64"},
    {"percentagepersonen65jaarenouder", "pop_65plus"},
    {"p0014jr", "pop_0_14"},
    {"p1524jr", "pop_15_24"},
    {"p2544jr", "pop_25_44"},
    {"p4564jr", "pop_45_64"},
    {"p65eojr", "pop_65plus"},
    {"ahh", "households"},
    {"households", "households"},
    {"aantalhuishoudens", "households"},
    {"aanthh", "households"},
    {"particulierehuishoudensaantal", "households"},
    {"ahhmk", "households_with_children"},
    {"a1phh", "single_households"},
    {"householdsize", "household_size"},
    {"ghhgro", "household_size"},
    {"origineurope", "origin_europe"},
    {"aeural", "origin_europe", Meaning::people},
    {"originoutsideeurope", "origin_outside_europe"},
    {"aneual", "origin_outside_europe", Meaning::people},
    {"bevdich", "population_density"},
    {"bevdichth", "population_density"},
    {"bevolkingsdichtheidinwonersperkm2", "population_density"},
    {"areakm2", "area_km2"},
    {"aoppha", "area_km2", Meaning::hectares},
    {"oppervlaktetotaalinha", "area_km2", Meaning::hectares},
    {"urbanity", "urbanity"},
    {"stemvs", "urbanity"},
    {"sted", "urbanity"},
    {"stedelijkheidadressenperkm2", "urbanity"},
    {"steoad", "address_density"},
    {"oad", "address_density"},
    {"omgevingsadressendichtheid", "address_density"},
    {"dwellingtotal", "dwelling_total"},
    {"awoning", "dwelling_total"},
    {"woningvoorraad", "dwelling_total"},
    {"dwellingvalue", "dwelling_value"},
    {"gwozbag", "dwelling_value"},
    {"gemiddeldewoningwaarde", "dwelling_value"},
    {"dwellingownership", "dwelling_ownership"},
    {"pkoopw", "dwelling_ownership"},
    {"percentagekoopwoningen", "dwelling_ownership"},
    {"pwcorpw", "housing_corporation"},
    {"employmentrate", "employment_rate"},
    {"parbpp", "employment_rate"},
    {"incomelow", "income_low"},
    {"pinkli", "income_low"},
    {"incomehigh", "income_high"},
    {"pinkhi", "income_high"},
    {"ginkpi", "income_person"},
    {"phh110", "households_poor"},
    {"eduapplsci", "edu_appl_sci"},
    {"opleidingsniveaulaagwaarde", "edu_low"},
    {"opleidingsniveaumiddelbaarwaarde", "edu_middle"},
    {"opleidingsniveauhoogwaarde", "edu_high"},
    {"pjztn", "youth_care"},
    {"asozwb", "welfare_benefits"},
    {"gpauhh", "cars_per_household"},
    {"gafssc", "distance_school"},
    {"gafskv", "distance_childcare"},
    {"g3kmsc", "schools_within_3km"},
    {"seswoatotaalscoregemiddeldescoregetal", "ses_score"},
    {"spreidingspreidingtotaalwaardegetal", "ses_spread"},
};

constexpr std::array urbanity_classes{"extremely urbanised", "strongly urbanised", "moderately urbanised",
                                      "hardly urbanised", "not urbanised"};

FigureName const* find_name(std::string_view name) {
  auto plain = folded(name);
  std::erase(plain, ' ');
  auto const* const found = std::ranges::find(figure_names, plain, &FigureName::said);
  return found == std::end(figure_names) ? nullptr : found;
}

bool is_our_name(std::string_view name) {
  return std::ranges::find(figure_names, name, &FigureName::name) != std::end(figure_names);
}

}  // namespace

void AreaFigures::add(std::string_view name, double value) {
  auto const* const known = find_name(name);
  // The lowest real figure is a SES score of about -2.
  if (value <= -90) return;
  if (is_our_name(name)) {
    values_.insert_or_assign(std::string(name), value);
    return;
  }
  if (!known) return;
  auto& into = known->meaning == Meaning::people ? people_ : values_;
  into.emplace(known->name, known->meaning == Meaning::hectares ? value / 100 : value);
}

void AreaFigures::add(std::string_view name, std::string_view value) {
  auto const said = std::ranges::find(urbanity_classes, value);
  if (said != urbanity_classes.end()) {
    return add(name, static_cast<double>(said - urbanity_classes.begin() + 1));
  }
  if (auto const number = read_decimal(trimmed(value))) add(name, *number);
}

std::map<std::string, double> AreaFigures::figures() const {
  auto out = values_;
  auto const population = values_.find("population");
  if (population == values_.end() || population->second <= 0) return out;
  for (auto const& [name, count] : people_) out.emplace(name, 100 * count / population->second);
  return out;
}

}  // namespace wegwijzer
