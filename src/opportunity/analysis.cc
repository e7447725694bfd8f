// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/analysis.h"

#include <algorithm>

#include "reach/parallel.h"

namespace wegwijzer {

namespace {

constexpr int most_changes = 100;  // one upon the other, so that rounding does not add up

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

OpportunityAnalysis::OpportunityAnalysis(std::shared_ptr<OpportunityModel const> model,
                                         std::optional<Index<Area>> within, unsigned threads,
                                         Particulars const& particulars)
    : model_(std::move(model)),
      subjects_(model_->atlas().themes()),
      threads_(std::max(1U, threads)),
      particulars_(particulars),
      within_area_(within),
      profiles_(std::make_unique<OfProfile[]>(standard_profiles().size())) {
  find_areas(within);
  if (within) needed_ = candidates_reached();
}

OpportunityAnalysis::OpportunityAnalysis(std::shared_ptr<OpportunityModel const> model,
                                         OpportunityAnalysis const& before,
                                         std::vector<ChangedOffering> changed)
    : OpportunityAnalysis(std::move(model), before.within_area_, before.threads_, before.particulars_) {
  std::erase_if(changed,
                [&](ChangedOffering const& one) { return !before.needs(one.before) && !needs(one.now); });
  for (std::size_t profile = 0; profile < standard_profiles().size(); ++profile) {
    if (!before.profiles_[profile].made) continue;
    auto& of = profiles_[profile];
    std::call_once(of.once, [&] {
      auto const child = child_of(profile);
      ChangedHomes const homes(*before.model_, *model_, changed, child, subjects_);
      of.parts = change(before.profiles_[profile].parts, child, homes);
      of.made = true;
    });
  }
}

bool OpportunityAnalysis::needs(std::optional<std::uint32_t> candidate) const {
  return candidate && (!needed_ || std::ranges::binary_search(*needed_, *candidate));
}

ChildProfile OpportunityAnalysis::child_of(std::size_t profile) const {
  auto child = standard_profiles()[profile];
  child.particulars = particulars_;
  return child;
}

// Of a country a gemeente reaches one offering in a hundred.
std::vector<std::uint32_t> OpportunityAnalysis::candidates_reached() const {
  auto const& candidates = model_->candidates();
  std::vector<bool> reached(candidates.all().size(), false);
  auto const mark = [&](Candidates::Range range) {
    for (auto number = range.begin; number < range.end; ++number) reached[number] = true;
  };
  for (auto const& [area, first, end] : homes_) {
    for (auto const ecosystem : model_->surroundings().ecosystems(area))
      mark(candidates.without_trip(ecosystem));
    for (std::size_t way = 0; way < way_count; ++way) {
      for (auto home = first; home < end; ++home) {
        for (auto const& arrival : model_->reached(home, travel_of_way(way)).arrivals)
          mark(candidates.at(arrival.venue));
      }
    }
  }
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < reached.size(); ++i) {
    if (reached[i]) numbers.push_back(i);
  }
  return numbers;
}

OpportunityAnalysis::Parts const& OpportunityAnalysis::parts(std::size_t profile,
                                                             WorkDone const& told) const {
  auto& of = profiles_[profile];
  std::call_once(of.once, [&] {
    of.parts = reckon_anew(child_of(profile), told);
    of.made = true;
  });
  return *of.parts;
}

std::shared_ptr<OpportunityAnalysis::Parts const> OpportunityAnalysis::reckon_anew(
    ChildProfile const& child, WorkDone const& told) const {
  ProfileTable const table(*model_, child, needed_ ? &*needed_ : nullptr, threads_);
  std::vector<std::optional<Reckoner>> reckoners(threads_);
  auto parts = std::make_shared<Parts>(homes_.size());
  in_parallel(homes_.size(), threads_, [&](unsigned thread, std::size_t i) {
    if (!reckoners[thread]) reckoners[thread].emplace(*model_, subjects_);
    (*parts)[i] = reckon(homes_[i], *reckoners[thread], table);
    if (told) told(homes_[i].end - homes_[i].first);
  });
  return parts;
}

// What the change does to the sums of each area. Where it may open another path, or where little is left of
// what there was, the area is reckoned anew.
std::shared_ptr<OpportunityAnalysis::Parts const> OpportunityAnalysis::change(
    std::shared_ptr<Parts const> const& before, ChildProfile const& child,
    ChangedHomes const& changed) const {
  if (changed.none()) return before;
  std::once_flag needs_table;
  std::optional<ProfileTable> table;
  std::vector<std::optional<Reckoner>> reckoners(threads_);
  auto parts = std::make_shared<Parts>(*before);
  in_parallel(homes_.size(), threads_, [&](unsigned thread, std::size_t i) {
    auto& part = (*parts)[i];
    Amounts difference;
    bool same_paths = true;
    for (auto home = homes_[i].first; same_paths && home < homes_[i].end; ++home) {
      auto const weight = weight_in(part, home, child.age);
      same_paths = weight <= 0 || changed.add(home, weight, difference);
    }
    if (same_paths && change(part, difference)) return;
    std::call_once(needs_table, [&] { table.emplace(*model_, child, needed_ ? &*needed_ : nullptr); });
    if (!reckoners[thread]) reckoners[thread].emplace(*model_, subjects_);
    part = reckon(homes_[i], *reckoners[thread], *table);
  });
  return parts;
}

// False when its digits are not certain any more.
bool OpportunityAnalysis::change(Part& part, Amounts const& difference) {
  return ++part.changes <= most_changes && part.experience.change_by(difference, part.largest);
}

void OpportunityAnalysis::find_areas(std::optional<Index<Area>> within) {
  auto const& areas = model_->atlas().areas();
  auto const& homes = model_->homes();
  within_.resize(areas.all().size());
  for (std::size_t first = 0, end = 0; first < homes.size(); first = end) {
    auto const area = homes[first].area;
    while (end < homes.size() && homes[end].area == area) ++end;
    if (within && !areas.lies_in(area, *within)) continue;
    for (std::optional<Index<Area>> at = area; at; at = areas.around(*at)) {
      within_[at->value()].push_back(static_cast<std::uint32_t>(homes_.size()));
    }
    homes_.push_back({area, first, end});
  }
  for (std::size_t i = 0; i < within_.size(); ++i) {
    bool const inside = !within || areas.lies_in(Index<Area>(i), *within);
    if (inside && !within_[i].empty()) areas_.emplace_back(i);
  }
}

OpportunityAnalysis::Part OpportunityAnalysis::reckon(HomesOfArea const& homes, Reckoner& reckoner,
                                                      ProfileTable const& table) const {
  auto const& child = table.child();
  Part part;
  for (auto home = homes.first; home < homes.end; ++home) {
    part.children += children_of(model_->homes()[home], child.age);
  }
  part.homes = static_cast<double>(homes.end - homes.first);
  for (auto home = homes.first; home < homes.end; ++home) {
    auto const weight = weight_in(part, home, child.age);
    if (weight <= 0) continue;
    auto const reached = model_->reached(home, child.travel());
    part.experience.add(reckoner.reckon(model_->homes()[home].area, reached, table), weight);
  }
  part.largest = part.experience;
  return part;
}

// Of one home among those of its area; where no child of this age lives, each counts the same.
double OpportunityAnalysis::weight_in(Part const& part, std::size_t home, int age) const {
  return part.children > 0 ? children_of(model_->homes()[home], age) / part.children : 1 / part.homes;
}

double OpportunityAnalysis::children_of_ages(Index<Area> area, std::span<std::size_t const> profiles) const {
  std::uint32_t counted = 0;
  double children = 0;
  for (auto const profile : profiles) {
    auto const age = 1U << standard_profiles()[profile].age;
    if (counted & age) continue;
    counted |= age;
    for (auto const number : within_[area.value()]) children += parts(profile)[number].children;
  }
  return children;
}

double OpportunityAnalysis::children(Index<Area> area, std::size_t profile) const {
  auto const& child = standard_profiles()[profile];
  double children = 0;
  for (auto const number : within_[area.value()]) {
    children += parts(profile)[number].children * share_of_profile(*model_, homes_[number].area, child);
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
    double weight;    // children of the profile
    double children;  // of its age
  };

  std::vector<Weighed> weighed;
  double all = 0, children = 0, homes = 0;
  for (auto const profile : profiles) {
    auto const& child = standard_profiles()[profile];
    for (auto const number : within) {
      auto const& part = parts(profile)[number];
      auto const count = part.children * share_of_profile(*model_, homes_[number].area, child);
      weighed.push_back({&part, count, part.children});
      all += count, children += part.children, homes += part.homes;
    }
  }
  Experience mean;
  // Where none is of the profile it is the mean of the children of its age, else of the homes
  // (weigh_homes()).
  for (auto const& [part, weight, of_age] : weighed) {
    auto const share = all > 0 ? weight / all : children > 0 ? of_age / children : part->homes / homes;
    if (share > 0) mean.add(part->experience, share);
  }
  return mean;
}

}  // namespace wegwijzer
