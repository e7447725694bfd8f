// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/analysis.h"

#include <algorithm>

#include "reach/parallel.h"

namespace wegwijzer {

namespace {

double alone_share(int age, OpportunityParameters const& parameters) {
  switch (age_band(age)) {
    case AgeBand::from_4:
      return parameters.alone_share_from_4;
    case AgeBand::from_6:
      return parameters.alone_share_from_6;
    case AgeBand::from_9:
      return parameters.alone_share_from_9;
    default:
      return parameters.alone_share_from_12;
  }
}

double going_share(OpportunityModel const& model, Index<Area> area, ChildProfile const& child) {
  auto const alone = alone_share(child.age, model.parameters());
  if (child.going == Going::with_parent) return 1 - alone;
  auto const without = model.without_bicycle(area);
  return alone * (child.going == Going::on_foot ? without : 1 - without);
}

}  // namespace

double share_of_profile(OpportunityModel const& model, Index<Area> area, ChildProfile const& child) {
  auto const little = model.little_money(area);
  auto const other = model.other_language(area);
  return going_share(model, area, child) * (child.purse == Purse::little ? little : 1 - little) *
         (child.language == HomeLanguage::other ? other : 1 - other);
}

OpportunityAnalysis::OpportunityAnalysis(std::shared_ptr<OpportunityModel const> model, unsigned threads,
                                         WorkDone const& told)
    : model_(std::move(model)), subjects_(model_->atlas().themes()) {
  find_areas();
  auto const smallest = first_home_.size() - 1;
  std::vector<std::optional<Reckoner>> reckoners(std::max(1U, threads));
  for (auto const& child : standard_profiles()) {
    ProfileTable const table(*model_, child);
    std::vector<Part> parts(smallest);
    in_parallel(smallest, threads, [&](unsigned thread, std::size_t i) {
      if (!reckoners[thread]) reckoners[thread].emplace(*model_, subjects_);
      parts[i] = reckon(i, *reckoners[thread], table);
      if (told) told(first_home_[i + 1] - first_home_[i]);
    });
    parts_.push_back(std::move(parts));
  }
}

void OpportunityAnalysis::find_areas() {
  auto const& areas = model_->atlas().areas();
  auto const& homes = model_->homes();
  within_.resize(areas.all().size());
  number_.resize(areas.all().size());
  for (std::size_t i = 0; i < homes.size(); ++i) {
    if (i > 0 && homes[i].area == homes[i - 1].area) continue;
    auto const number = static_cast<std::uint32_t>(first_home_.size());
    number_[homes[i].area.value()] = number;
    first_home_.push_back(i);
    for (std::optional<Index<Area>> at = homes[i].area; at; at = areas.around(*at)) {
      within_[at->value()].push_back(number);
    }
  }
  first_home_.push_back(homes.size());
  for (std::size_t i = 0; i < within_.size(); ++i) {
    if (!within_[i].empty()) areas_.emplace_back(i);
  }
}

OpportunityAnalysis::Part OpportunityAnalysis::reckon(std::size_t smallest, Reckoner& reckoner,
                                                      ProfileTable const& table) const {
  auto const& child = table.child();
  auto const first = first_home_[smallest], end = first_home_[smallest + 1];
  Part part;
  for (auto home = first; home < end; ++home) {
    part.children += children_of(model_->homes()[home], age_band(child.age));
  }
  part.homes = static_cast<double>(end - first);
  for (auto home = first; home < end; ++home) {
    auto const& here = model_->homes()[home];
    // Where no child of these ages lives, each home area counts the same.
    auto const weight =
        part.children > 0 ? children_of(here, age_band(child.age)) / part.children : 1 / part.homes;
    if (weight <= 0) continue;
    part.experience.add(reckoner.reckon(here.area, model_->reached(home, child.travel()), table), weight);
  }
  return part;
}

double OpportunityAnalysis::children(Index<Area> area, std::size_t profile) const {
  auto const& child = standard_profiles()[profile];
  double children = 0;
  for (auto const number : within_[area.value()]) {
    auto const smallest = model_->homes()[first_home_[number]].area;
    children += parts_[profile][number].children * share_of_profile(*model_, smallest, child);
  }
  return children;
}

std::optional<Experience> OpportunityAnalysis::of(Index<Area> area, std::size_t profile) const {
  return of(area, std::span(&profile, 1));
}

std::optional<Experience> OpportunityAnalysis::of(Index<Area> area,
                                                  std::span<std::size_t const> profiles) const {
  auto const& within = within_[area.value()];
  if (within.empty()) return std::nullopt;

  struct Weighed {
    Part const* part;
    double weight;
  };

  std::vector<Weighed> weighed;
  double all = 0;
  for (auto const profile : profiles) {
    auto const& child = standard_profiles()[profile];
    for (auto const number : within) {
      auto const& part = parts_[profile][number];
      auto const smallest = model_->homes()[first_home_[number]].area;
      weighed.push_back({&part, part.children * share_of_profile(*model_, smallest, child)});
      all += weighed.back().weight;
    }
  }
  Experience mean;
  for (auto const& [part, weight] : weighed) {
    auto const share = all > 0 ? weight / all : 1 / static_cast<double>(weighed.size());
    if (share > 0) mean.add(part->experience, share);
  }
  return mean;
}

}  // namespace wegwijzer
