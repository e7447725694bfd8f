// SPDX-License-Identifier: EUPL-1.2
#include "usecases/opportunity/report.h"

#include <algorithm>
#include <tuple>

namespace wegwijzer {

namespace {

// Nothing when the wish says something else already.
std::optional<ChildWish> narrowed(ChildWish wish, Group group) {
  auto const narrow = [&](auto& member, auto value) {
    if (member) return false;
    member = value;
    return true;
  };
  bool open = true;
  switch (group) {
    case Group::all:
      break;
    case Group::little_money:
      open = narrow(wish.purse, Purse::little);
      break;
    case Group::other_language:
      open = narrow(wish.language, HomeLanguage::other);
      break;
    case Group::on_foot:
      open = narrow(wish.going, Going::on_foot);
      break;
    case Group::with_parent:
      open = narrow(wish.going, Going::with_parent);
      break;
  }
  return open ? std::optional(wish) : std::nullopt;
}

Stopped stopped_of(Group group, Experience const& experience) {
  Stopped stopped{group, {}};
  for (std::size_t i = 0; i < barrier_count; ++i) {
    auto const without = experience.funnel.supported + experience.without[i];
    if (without > 0) stopped.shares[i] = experience.without[i] / without;
  }
  return stopped;
}

std::vector<Stopped> who_is_stopped(OpportunityAnalysis const& analysis, Index<Area> area,
                                    ChildWish const& wish) {
  std::vector<Stopped> stopped;
  for (auto const& [group, name] : choices<Group>) {
    if (auto const narrow = narrowed(wish, group)) {
      stopped.push_back(stopped_of(group, *analysis.of(area, profiles_of(*narrow))));
    }
  }
  return stopped;
}

constexpr std::size_t most_places = 3;

// More of it makes what there is most varied.
std::optional<Index<Theme>> least_of(Themes const& themes, Experience const& here) {
  auto const& subjects = themes.subjects();
  if (subjects.empty()) return std::nullopt;
  auto const amounts = std::span(here.by_theme).first(subjects.size());
  return subjects[static_cast<std::size_t>(std::ranges::min_element(amounts) - amounts.begin())];
}

std::size_t count_homes(OpportunityModel const& model, Index<Area> area) {
  return static_cast<std::size_t>(std::ranges::count_if(
      model.homes(), [&](HomeArea const& home) { return model.atlas().areas().lies_in(home.area, area); }));
}

void take_apart(OpportunityModel const& model, Index<Area> area, std::vector<ChildProfile> const& children,
                std::size_t most_changes, OpportunityReport& report) {
  report.parts = taken_apart(model, area, children);
  report.changes = best_changes(report.parts, most_changes);
  report.levers = gains_of_levers(report.parts);
  report.one_more = best_places_for_one_more(model, area, children, most_places);
  report.least = least_of(model.atlas().themes(), report.here.experience);
  std::ranges::sort(report.parts, {}, [](OfferingPart const& part) {
    return std::tuple(-part.funnel.supported, part.offering);
  });
  report.ends = ends_in(model, area, children);
  std::ranges::sort(report.ends, {}, [](OfferingEnds const& ends) {
    return std::tuple(-ends.not_deeper, -ends.dead, ends.offering);
  });
}

}  // namespace

std::optional<OpportunityReport> opportunity_report(Opportunities const& opportunities, Index<Area> area,
                                                    ChildWish const& wish, std::size_t most_changes) {
  auto const& atlas = opportunities.model().atlas();
  auto const analysis = analysis_for(opportunities, area, wish);
  auto const whole = atlas.areas().outermost(area);
  auto const overview = opportunity_overview(opportunities, whole, wish, FunnelStage::supported);
  auto const here = analysis->of(area, profiles_of(wish));
  if (!overview || !here) return std::nullopt;
  OpportunityReport report;
  report.whole = overview->whole;
  report.here = area_opportunity(*analysis, area, profiles_of(wish), overview->whole.experience.funnel);
  report.areas = overview->areas.size();
  auto const place = std::ranges::find(overview->areas, area, &AreaOpportunity::area);
  if (place != overview->areas.end()) {
    report.place = static_cast<std::size_t>(place - overview->areas.begin()) + 1;
  }
  report.stopped = who_is_stopped(*analysis, area, wish);
  report.subjects = diversity(here->by_theme);
  report.stages = diversity(here->by_stage);
  if (count_homes(opportunities.model(), area) <= most_homes) {
    take_apart(opportunities.model(), area, children_of(wish, atlas.vocabulary()), most_changes, report);
  }
  return report;
}

}  // namespace wegwijzer
