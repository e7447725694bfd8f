// SPDX-License-Identifier: EUPL-1.2
#include "usecases/opportunity/table.h"

#include <fmt/format.h>

#include "exchange/csv.h"

namespace wegwijzer {

namespace {

using Row = std::vector<std::string>;

template <class Enum>
void add_names(Row& row, std::string const& before) {
  for (auto const& [value, name] : choices<Enum>) row.push_back(before + std::string(name));
}

void add(Row& row, std::span<double const> values) {
  for (auto const value : values) row.push_back(table_number(value));
}

void add(Row& row, Funnel const& funnel) {
  for (auto const& [stage, name] : choices<FunnelStage>) row.push_back(table_number(amount(funnel, stage)));
}

void add(Row& row, Diversity const& diversity) {
  for (auto const value : {diversity.kinds, diversity.common, diversity.dominant})
    row.push_back(table_number(value));
}

// For how many of the subjects the rocket is whole.
double whole_rockets(Experience const& experience) {
  double whole = 0;
  for (auto const& rocket : experience.rockets) whole += rocket.whole;
  return whole;
}

template <class Value>
std::string said(std::optional<Value> const& value) {
  return value ? text(*value) : "any";
}

}  // namespace

std::string table_number(double value) {
  return fmt::format("{:.6g}", value);
}

std::string opportunity_headings(Atlas const& atlas) {
  Row row{"area", "name", "profile", "children"};
  add_names<FunnelStage>(row, "");
  add_names<Barrier>(row, "without_");
  add_names<Factor>(row, "against_");
  for (auto const* kind : {"subjects", "stages"}) {
    for (auto const order : {0, 1, 2}) row.push_back(fmt::format("{}_{}", kind, order));
  }
  for (auto const* name : {"open", "not_deeper", "dead_ends", "always_a_next_step", "whole_rockets"}) {
    row.emplace_back(name);
  }
  for (auto const subject : atlas.themes().subjects()) {
    row.push_back("subject_" + atlas.themes()[subject].code.text());
  }
  return csv_line(row);
}

std::string opportunity_row(Atlas const& atlas, AreaOpportunity const& one, std::string const& children) {
  auto const& area = atlas.areas()[one.area];
  auto const& experience = one.experience;
  Row row{area.code.text(), area.name, children, table_number(one.children)};
  add(row, experience.funnel);
  add(row, experience.without);
  add(row, one.against_whole);
  add(row, diversity(experience.by_theme));
  add(row, diversity(experience.by_stage));
  add(row, std::array{experience.ends.open, experience.ends.not_deeper, experience.ends.dead,
                      experience.ends.always, whole_rockets(experience)});
  add(row, std::span(experience.by_theme).first(atlas.themes().subjects().size()));
  return csv_line(row);
}

std::string text(ChildWish const& wish) {
  if (wish == ChildWish()) return "all";
  auto written = fmt::format("{}-{}-{}-{}", wish.ages ? ages_text(*wish.ages) : "any", said(wish.going),
                             said(wish.purse), wish.tongue ? wish.tongue->text() : said(wish.language));
  for (auto const need : wish.needs) written += "+" + text(need);
  return written;
}

std::string overview_table(Atlas const& atlas, OpportunityOverview const& overview, ChildWish const& wish) {
  auto table = opportunity_headings(atlas);
  for (auto const* const list : {&overview.areas, &overview.hardly_lived_in}) {
    for (auto const& one : *list) table += opportunity_row(atlas, one, text(wish));
  }
  return table + opportunity_row(atlas, overview.whole, text(wish));
}

std::string offerings_table(Atlas const& atlas, std::span<OfferingPart const> parts) {
  Row headings{"offering", "title", "organisation"};
  add_names<FunnelStage>(headings, "");
  headings[3] = "can_come";  // of one offering: the share of the children who do; of all of them, what exists
  add_names<Barrier>(headings, "left_by_");
  add_names<Lever>(headings, "gain_");
  auto table = csv_line(headings);
  auto const& catalogue = atlas.catalogue();
  for (auto const& part : parts) {
    auto const& offering = catalogue[part.offering];
    Row row{text(offering.id), offering.title, catalogue[catalogue.facts(part.offering).organisation].name};
    add(row, part.funnel);
    add(row, part.barriers);
    add(row, part.gains);
    table += csv_line(row);
  }
  return table;
}

}  // namespace wegwijzer
