// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/changed_homes.h"

#include <algorithm>

namespace wegwijzer {

namespace {

using NumberIn = std::optional<std::uint32_t> ChangedOffering::*;

std::vector<std::uint32_t> numbers(std::span<ChangedOffering const> changed, NumberIn in) {
  std::vector<std::uint32_t> found;
  for (auto const& one : changed) {
    if (one.*in) found.push_back(*(one.*in));
  }
  return found;
}

bool fitting_alike(Candidates const& before, Candidates const& now, std::size_t ecosystems, int age) {
  for (std::size_t i = 0; i < ecosystems; ++i) {
    if (before.fitting(Index<Ecosystem>(i), age) != now.fitting(Index<Ecosystem>(i), age)) return false;
  }
  return true;
}

}  // namespace

ChangedHomes::World ChangedHomes::world_of(OpportunityModel const& model, ChildProfile const& child,
                                           std::vector<std::uint32_t> const& candidates) {
  return {&model, ProfileTable(model, child, &candidates), ExperienceOf(model)};
}

ChangedHomes::ChangedHomes(OpportunityModel const& before, OpportunityModel const& now,
                           std::span<ChangedOffering const> changed, ChildProfile const& child,
                           Subjects const& subjects)
    : child_(child),
      before_(world_of(before, child, numbers(changed, &ChangedOffering::before))),
      now_(world_of(now, child, numbers(changed, &ChangedOffering::now))),
      more_or_fewer_exist_(!fitting_alike(before.candidates(), now.candidates(),
                                          now.atlas().catalogue().ecosystems().size(), child.age)) {
  for (auto const& one : changed) {
    Change const change{side_of(before, one.before, subjects), side_of(now, one.now, subjects),
                        one.other_steps};
    bool const counts = change.before || change.now;
    bool const alike = change.before && change.now && !one.other_steps &&
                       counts_alike(change.before->candidate, change.now->candidate);
    if (counts && !alike) changed_.push_back(change);
  }
}

// Nothing where it does not fit the child's age.
std::optional<ChangedHomes::Side> ChangedHomes::side_of(OpportunityModel const& model,
                                                        std::optional<std::uint32_t> candidate,
                                                        Subjects const& subjects) const {
  if (!candidate || !fits(model.candidates()[*candidate], child_.age)) return std::nullopt;
  auto const& facts = model.atlas().catalogue().facts(model.candidates()[*candidate].offering);
  return Side{*candidate, subjects.of(facts.themes), place_of(facts.stage)};
}

bool ChangedHomes::counts_alike(std::uint32_t was, std::uint32_t is) const {
  auto const& before = before_.model->quick(was);
  auto const& now = now_.model->quick(is);
  auto const place = [](World const& world, std::uint32_t number) {
    auto const& one = world.model->candidates()[number];
    return std::pair(one.venue, world.model->atlas().catalogue().facts(one.offering).needs_trip);
  };
  return before_.table[was] == now_.table[is] && before.full == now.full && before.area == now.area &&
         before.organisation == now.organisation && place(before_, was) == place(now_, is);
}

double ChangedHomes::existing_here(World const& world, Index<Area> area) const {
  double existing = 0;
  for (auto const ecosystem : world.model->surroundings().ecosystems(area)) {
    existing += static_cast<double>(world.model->candidates().fitting(ecosystem, child_.age));
  }
  return existing;
}

// Whether it is open to the child.
bool ChangedHomes::tally(World const& world, std::optional<Side> const& side, std::size_t home, double weight,
                         Amounts& difference) const {
  if (!side) return false;
  auto const& model = *world.model;
  auto const area = model.homes()[home].area;
  auto const factors =
      world.asking.of(side->candidate, area, model.reached(home, child_.travel()), world.table);
  if (!factors) return false;
  auto const& here = model.surroundings().ecosystems(area);
  bool const from_elsewhere =
      std::ranges::find(here, model.candidates()[side->candidate].ecosystem) == here.end();
  if (from_elsewhere) difference.funnel.exists += weight;
  difference.tally(*factors, side->subjects, side->stage, weight);
  return factors->experienced() >= model.parameters().next_step_from;
}

bool ChangedHomes::add(std::size_t home, double weight, Amounts& difference) const {
  for (auto const& change : changed_) {
    bool const was_open = tally(before_, change.before, home, -weight, difference);
    bool const is_open = tally(now_, change.now, home, weight, difference);
    if (was_open != is_open || (is_open && change.other_steps)) return false;
  }
  if (more_or_fewer_exist_) {
    auto const area = now_.model->homes()[home].area;
    difference.funnel.exists += weight * (existing_here(now_, area) - existing_here(before_, area));
  }
  return true;
}

}  // namespace wegwijzer
