// SPDX-License-Identifier: EUPL-1.2
#include "usecases/opportunity/what_to_ask.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

namespace wegwijzer {

namespace {

double of_all(Four const& amounts) {
  return std::accumulate(amounts.begin(), amounts.end(), 0.0);
}

// Of children who speak little Dutch.
double of_other_language(Four const& amounts) {
  double sum = 0;
  for (std::size_t member = 0; member < foursome_size; ++member) {
    if (child_of(0, member).language == HomeLanguage::other) sum += amounts[member];
  }
  return sum;
}

// What of an offering is unsaid, and how much of its amount rests on that.
std::vector<std::pair<UnsaidFact, double>> unsaid(OpportunityModel const& model, std::size_t candidate,
                                                  Four const& amounts) {
  auto const& one = model.candidates()[candidate];
  auto const& offering = model.atlas().catalogue()[one.offering];
  auto const& facts = model.atlas().catalogue().facts(one.offering);
  std::vector<std::pair<UnsaidFact, double>> found;
  if (!offering.price) found.emplace_back(UnsaidFact::price, of_all(amounts));
  bool const whenever_one_likes = offering.where != Where::at_venue;
  if (!one.moments.said() && !whenever_one_likes) found.emplace_back(UnsaidFact::moments, of_all(amounts));
  if (facts.languages == 0) found.emplace_back(UnsaidFact::languages, of_other_language(amounts));
  if (!offering.capacity) found.emplace_back(UnsaidFact::seats, of_all(amounts));
  std::erase_if(found, [](auto const& one_fact) { return one_fact.second <= 0; });
  return found;
}

void find_organisations(OpportunityModel const& model, std::vector<Four> const& amounts, ToAsk& to_ask) {
  std::map<Index<Organisation>, OrganisationToAsk> asked;
  std::map<Index<Organisation>, std::set<UnsaidFact>> facts;
  double all = 0, rests = 0;
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    all += of_all(amounts[i]);
    auto const found = unsaid(model, i, amounts[i]);
    if (found.empty()) continue;
    auto const most = std::ranges::max(found, {}, [](auto const& one) { return one.second; }).second;
    auto const organisation = model.candidates()[i].organisation;
    auto& one = asked[organisation];
    one.organisation = organisation;
    ++one.offerings;
    one.amount += most;
    rests += most;
    for (auto const& [fact, amount] : found) facts[organisation].insert(fact);
  }
  for (auto& [organisation, one] : asked) {
    one.facts.assign(facts[organisation].begin(), facts[organisation].end());
    to_ask.organisations.push_back(std::move(one));
  }
  to_ask.rests_on_unsaid = all > 0 ? rests / all : 0;
}

using ChildrenOfArea = std::map<Index<Area>, ChildCounts>;

ChildrenOfArea children_by_area(OpportunityModel const& model, Population const& population) {
  ChildrenOfArea all;
  for (auto const number : population.homes) {
    auto const& home = model.homes()[number];
    auto& children = all[home.area];
    for (std::size_t age = 0; age < children.size(); ++age) children[age] += home.children[age];
  }
  return all;
}

AgeBits ages_meant(Population const& population) {
  AgeBits ages = 0;
  for (std::size_t p = 0; p < population.counts.size(); ++p) {
    if (population.counts[p]) ages |= 1U << standard_profiles()[p].age;
  }
  return ages;
}

double children_of_ages(ChildCounts const& children, AgeBits ages) {
  double sum = 0;
  for (int age = ChildrenByAge::youngest; age <= ChildrenByAge::oldest; ++age) {
    if (ages >> age & 1U) sum += children[static_cast<std::size_t>(age - ChildrenByAge::youngest)];
  }
  return sum;
}

CellsToAsk cells_of(Completeness const& known, KnownBuurt const& buurt, ChildCounts const& children,
                    AgeBits meant) {
  CellsToAsk cells;
  cells.area = buurt.area;
  std::vector<std::pair<double, Index<Theme>>> themes;
  for (std::size_t theme = 0; theme < known.themes().size(); ++theme) {
    auto const& evidence = buurt.by_theme[theme];
    auto const open = (evidence.ages(CellState::not_asked) | evidence.ages(CellState::stale)) & meant;
    auto const count = children_of_ages(children, open);
    if (count <= 0) continue;
    themes.emplace_back(count, known.themes()[theme]);
    cells.ages |= open;
    cells.open += count;
  }
  std::ranges::stable_sort(themes, std::ranges::greater(), [](auto const& one) { return one.first; });
  for (auto const& [count, theme] : themes) cells.themes.push_back(theme);
  cells.children = children_of_ages(children, cells.ages);
  return cells;
}

void find_cells(OpportunityModel const& model, Population const& population, ToAsk& to_ask) {
  auto const children = children_by_area(model, population);
  auto const meant = ages_meant(population);
  std::set<Index<Ecosystem>> ecosystems;
  for (auto const area : population.areas) {
    for (auto const ecosystem : model.surroundings().ecosystems(area)) ecosystems.insert(ecosystem);
  }
  for (auto const ecosystem : ecosystems) {
    Completeness const known(model.atlas(), ecosystem, model.today());
    for (auto const& buurt : known.buurten()) {
      auto const living = children.find(buurt.area);
      if (living == children.end()) continue;
      auto cells = cells_of(known, buurt, living->second, meant);
      cells.ecosystem = ecosystem;
      if (cells.open > 0) to_ask.cells.push_back(std::move(cells));
    }
  }
}

}  // namespace

ToAsk what_to_ask(OpportunityModel const& model, Population const& population, std::size_t most) {
  auto const children = children_in(model, population);
  ToAsk to_ask;
  find_organisations(model, amounts_by_candidate(model, population.homes, children), to_ask);
  find_cells(model, population, to_ask);
  std::ranges::stable_sort(to_ask.organisations, std::ranges::greater(), &OrganisationToAsk::amount);
  to_ask.organisations.resize(std::min(to_ask.organisations.size(), most));
  std::ranges::stable_sort(to_ask.cells, std::ranges::greater(), &CellsToAsk::open);
  to_ask.cells.resize(std::min(to_ask.cells.size(), most));
  return to_ask;
}

}  // namespace wegwijzer
