// SPDX-License-Identifier: EUPL-1.2
#include "usecases/opportunity/overview.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace wegwijzer {

namespace {

constexpr double is_behind = 0.97;  // docs/parameters.md

AreaOpportunity look_at(OpportunityAnalysis const& analysis, Index<Area> area,
                        std::vector<std::size_t> const& profiles) {
  return {area, analysis.children_of_ages(area, profiles), *analysis.of(area, profiles), {}, {}};
}

void compare_with(Funnel const& whole, AreaOpportunity& one) {
  one.against_whole = against(one.experience.funnel, whole);
  auto const least = std::ranges::min_element(one.against_whole);
  if (*least < is_behind) one.behind = static_cast<Factor>(least - one.against_whole.begin());
}

bool is_smallest(OpportunityAnalysis const& analysis, Index<Area> area) {
  auto const& areas = analysis.model().atlas().areas();
  return std::ranges::none_of(analysis.areas(),
                              [&](Index<Area> other) { return areas.around(other) == area; });
}

}  // namespace

std::shared_ptr<OpportunityAnalysis const> analysis_for(Opportunities const& opportunities, Index<Area> area,
                                                        ChildWish const& wish) {
  return opportunities.around(area, particulars_of(wish, opportunities.model().atlas().vocabulary()));
}

double amount(Funnel const& funnel, FunnelStage stage) {
  switch (stage) {
    case FunnelStage::exists:
      return funnel.exists;
    case FunnelStage::reach:
      return funnel.within_reach;
    case FunnelStage::known:
      return funnel.known;
    case FunnelStage::welcome:
      return funnel.welcome;
    case FunnelStage::possible:
      return funnel.possible;
    case FunnelStage::supported:
      return funnel.supported;
  }
  return 0;
}

std::optional<OpportunityOverview> opportunity_overview(Opportunities const& opportunities, Index<Area> whole,
                                                        ChildWish const& wish, FunnelStage stage) {
  auto const profiles = profiles_of(wish);
  auto const kept = analysis_for(opportunities, whole, wish);
  auto const& analysis = *kept;
  if (!analysis.of(whole, profiles)) return std::nullopt;
  OpportunityOverview overview{look_at(analysis, whole, profiles), {}, {}};
  auto const& funnel = overview.whole.experience.funnel;
  compare_with(funnel, overview.whole);
  for (auto const area : smallest_areas(analysis, whole)) {
    auto one = area_opportunity(analysis, area, profiles, funnel);
    auto& list = are_enough(one.children) ? overview.areas : overview.hardly_lived_in;
    list.push_back(std::move(one));
  }
  for (auto* const list : {&overview.areas, &overview.hardly_lived_in}) {
    std::ranges::sort(*list, {}, [&](AreaOpportunity const& one) {
      return std::tuple(amount(one.experience.funnel, stage), one.area);
    });
  }
  return overview;
}

std::vector<Index<Area>> smallest_areas(OpportunityAnalysis const& analysis, Index<Area> whole) {
  auto const& areas = analysis.model().atlas().areas();
  std::vector<Index<Area>> smallest;
  for (auto const area : analysis.areas()) {
    if (areas.lies_in(area, whole) && is_smallest(analysis, area)) smallest.push_back(area);
  }
  return smallest;
}

AreaOpportunity beside(Index<Area> area, double children, Experience const& experience, Funnel const& whole) {
  AreaOpportunity one{area, children, experience, {}, {}};
  compare_with(whole, one);
  return one;
}

AreaOpportunity area_opportunity(OpportunityAnalysis const& analysis, Index<Area> area,
                                 std::vector<std::size_t> const& profiles, Funnel const& whole) {
  return beside(area, analysis.children_of_ages(area, profiles), *analysis.of(area, profiles), whole);
}

std::vector<Index<Area>> places_with_opportunities(OpportunityModel const& model) {
  auto const& areas = model.atlas().areas();
  std::set<Index<Area>> places;
  for (auto const& home : model.homes()) places.insert(areas.outermost(home.area));
  std::vector<Index<Area>> found(places.begin(), places.end());
  std::ranges::sort(found, {}, [&](Index<Area> area) { return std::tuple(areas[area].name, area); });
  return found;
}

}  // namespace wegwijzer
