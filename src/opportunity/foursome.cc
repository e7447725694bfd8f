// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/foursome.h"

namespace wegwijzer {

namespace {

constexpr std::array<AgeRange, child_bands> bands = {{{4, 5}, {6, 8}, {9, 11}, {12, 14}}};

}  // namespace

AgeRange ages_of(std::size_t foursome) {
  return bands[foursome / choices<Going>.size()];
}

std::size_t first_profile(std::size_t foursome, int age) {
  auto const before = static_cast<std::size_t>(age - ChildrenByAge::youngest) * choices<Going>.size();
  return (before + foursome % choices<Going>.size()) * foursome_size;
}

ChildProfile child_of(std::size_t foursome, std::size_t member) {
  return standard_profiles()[first_profile(foursome, ages_of(foursome).from) + member];
}

void Meeting::enter(std::size_t home) {
  auto const& candidates = model_.candidates();
  auto const& here = model_.surroundings().ecosystems(model_.homes()[home].area);
  for (std::size_t way = 0; way < way_count; ++way) {
    auto& met = by_way_[way];
    met.clear();
    for (auto const ecosystem : here) met.push_back({candidates.without_trip(ecosystem)});
    auto const reached = model_.reached(home, travel_of_way(way));
    for (std::size_t i = 0; i < reached.arrivals.size(); ++i) {
      auto const offered = candidates.at(reached.arrivals[i].venue);
      auto const decay = model_.decay()(reached.arrivals[i].travel);
      if (offered.begin != offered.end && decay > 0)
        met.push_back({offered, decay, reached.calm_time(i), true});
    }
  }
}

SeenByFour::SeenByFour(OpportunityModel const& model, std::span<std::uint32_t const> candidates)
    : model_(model), place_(model.atlas().catalogue().organisations().size(), OpportunityModel::none) {
  for (auto const candidate : candidates) {
    auto const organisation = model.quick(candidate).organisation;
    if (place_[organisation] != OpportunityModel::none) continue;
    place_[organisation] = static_cast<std::uint32_t>(usual_.size());
    usual_.push_back(seen(model.surroundings().otherwise(Index<Organisation>(organisation))));
  }
  seen_ = usual_;
}

SeenByFour::Seen SeenByFour::seen(KnownThere const& known) const {
  auto const& parameters = model_.parameters();
  auto const guides = model_.surroundings().guides_to(known.organisation);
  Seen seen;
  for (std::size_t member = 0; member < foursome_size; ++member) {
    auto const child = child_of(0, member);
    seen.elsewhere[member] = visibility(known, false, child, parameters);
    seen.in_own_area[member] = visibility(known, true, child, parameters);
    seen.support[member] = support(guidance(known, guides, child, parameters), parameters);
  }
  return seen;
}

void SeenByFour::enter(Index<Area> area) {
  if (area_ == area.value()) return;
  for (auto const place : known_) seen_[place] = usual_[place];
  known_.clear();
  for (auto const& known : model_.surroundings().of(area)) {
    auto const place = place_[known.organisation.value()];
    if (place == OpportunityModel::none) continue;
    seen_[place] = seen(known);
    known_.push_back(place);
  }
  area_ = static_cast<std::uint32_t>(area.value());
}

RowOfFour row_of_four(OpportunityModel const& model, std::size_t candidate, std::size_t foursome,
                      std::array<Four, barrier_count>* without) {
  auto const offering = asked(model.atlas().catalogue(), model.candidates()[candidate]);
  RowOfFour four;
  for (std::size_t member = 0; member < foursome_size; ++member) {
    auto const row = profile_row(model, offering, child_of(foursome, member));
    four.welcome[member] = row.welcome;
    four.welcome_in_own_area[member] = row.welcome_in_own_area;
    four.access[member] = row.access;
    if (!without) continue;
    for (std::size_t i = 0; i < barrier_count; ++i) {
      (*without)[i][member] = row.barriers.access_without(static_cast<Barrier>(i));
    }
  }
  return four;
}

}  // namespace wegwijzer
