// SPDX-License-Identifier: EUPL-1.2
#include "usecases/offering/steps.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace wegwijzer {

namespace {

OfferingSteps start_of(Atlas const& atlas, Index<Offering> offering, OfferingQuery query) {
  if (auto reach = reach_of(atlas, query)) return {Start::home, std::move(reach), {}};
  auto const venue = atlas.catalogue().facts(offering).venue;
  if (!venue) return {};
  query.home = atlas.catalogue()[*venue].point;
  auto reach = reach_of(atlas, query);
  auto const start = reach ? Start::venue : Start::anywhere;
  return {start, std::move(reach), {}};
}

constexpr double hardly_in_the_way = 0.7;  // docs/parameters.md

// The child that a visitor speaks of; below six a grown-up goes along.
ChildProfile child_asking(int age, OfferingQuery const& query, Vocabulary const& vocabulary) {
  ChildProfile child;
  child.age = age;
  child.going = age < 6 ? Going::with_parent : query.mode == Mode::walk ? Going::on_foot : Going::own_bicycle;
  child.purse = query.free ? Purse::little : Purse::enough;
  child.particulars.needs = access_bits(query.access);
  for (auto const& language : query.languages)
    child.particulars.tongues |= language_bit(vocabulary, language);
  bool const asks_for_dutch = child.particulars.tongues & dutch_in(vocabulary);
  if (!query.languages.empty() && !asks_for_dutch) child.language = HomeLanguage::other;
  return child;
}

std::optional<Barrier> most_in_the_way(Barriers const& barriers) {
  std::optional<Barrier> most;
  for (auto const& [barrier, name] : choices<Barrier>) {
    bool const stands = barriers[barrier] < hardly_in_the_way;
    if (stands && (!most || barriers[barrier] < barriers[*most])) most = barrier;
  }
  return most;
}

using Worths = std::unordered_map<std::size_t, StepWorth>;  // by offering

Worths worths_for(OpportunityModel const& model, Index<Area> area, ChildProfile const& child,
                  Reach const& reach) {
  Worths worths;
  ExperienceOf asking(model);
  // Whoever asks for one home knows the traffic there: all streets count as calm (decisions/0037).
  asking.for_each(area, Journeys{reach.arrivals(), {}}, ProfileTable(model, child),
                  [&](std::size_t candidate, Factors factors) {
                    factors.visibility = 1;
                    worths[model.candidates()[candidate].offering.value()] = {
                        factors.experienced(), most_in_the_way(factors.barriers)};
                  });
  return worths;
}

void put_in_order(OpportunityModel const& model, Worths const& worths, std::vector<NextStep>& steps) {
  for (auto& step : steps) {
    auto const worth = worths.find(step.offering.value());
    step.worth = worth == worths.end() ? StepWorth() : worth->second;
  }
  std::ranges::stable_sort(steps, {}, [&](NextStep const& step) {
    bool const hardly = step.worth->experienced < model.parameters().next_step_from;
    return std::tuple(hardly, !step.reason.agreed, -step.worth->experienced);
  });
}

void weigh(OpportunityModel const& model, OfferingQuery const& query, Reach const& reach, NextSteps& steps) {
  auto const area = model.atlas().areas().smallest_at(*query.home);
  bool const of_school_age =
      query.age && *query.age >= ChildrenByAge::youngest && *query.age <= ChildrenByAge::oldest;
  if (!area || !of_school_age) return;
  auto const worths =
      worths_for(model, *area, child_asking(*query.age, query, model.atlas().vocabulary()), reach);
  put_in_order(model, worths, steps.deeper);
  put_in_order(model, worths, steps.broader);
}

}  // namespace

OfferingSteps steps_from(Atlas const& atlas, Index<Offering> offering, OfferingQuery const& query, Date today,
                         Opportunities const* opportunities) {
  auto found = start_of(atlas, offering, query);
  Circumstances const child{found.reach ? &*found.reach : nullptr, query.age, today, query.free,
                            access_bits(query.access)};
  found.steps = next_steps(atlas, offering, child);
  bool const can_weigh = opportunities && &opportunities->model().atlas() == &atlas;
  if (can_weigh && found.start == Start::home)
    weigh(opportunities->model(), query, *found.reach, found.steps);
  return found;
}

}  // namespace wegwijzer
