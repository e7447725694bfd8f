// SPDX-License-Identifier: EUPL-1.2
#include "atlas/street_map.h"

namespace wegwijzer {

std::size_t number_of(Profile profile) {
  auto const way = static_cast<std::size_t>(profile.mode) + 2 * static_cast<std::size_t>(profile.roads);
  return way * age_band_count + static_cast<std::size_t>(profile.age);
}

Profile profile_numbered(std::size_t number) {
  auto const way = number / age_band_count;
  return {static_cast<Mode>(way % 2), static_cast<AgeBand>(number % age_band_count),
          static_cast<Roads>(way / 2)};
}

StreetMap::StreetMap(std::string source, std::int64_t version, std::shared_ptr<Streets const> streets,
                     std::shared_ptr<OrderShelf> shelf)
    : source_(std::move(source)), version_(version), streets_(std::move(streets)), shelf_(std::move(shelf)) {}

std::shared_ptr<TravelTimes const> StreetMap::times(Profile profile) const {
  auto& slot = times_[number_of(profile)];
  std::call_once(slot.made, [&] { slot.times = std::make_shared<TravelTimes const>(streets_, profile); });
  return slot.times;
}

std::shared_ptr<Contraction const> StreetMap::contraction(unsigned threads, WorkDone const& told) const {
  std::scoped_lock const lock(preparing_);
  if (!contraction_) contraction_ = contraction_of(*streets_, threads, {.add = told}, shelf_.get());
  return contraction_;
}

std::shared_ptr<Hierarchy const> StreetMap::hierarchy(Profile profile, unsigned threads,
                                                      WorkDone const& told) const {
  auto& [making, hierarchy] = hierarchies_[number_of(profile)];
  std::scoped_lock const lock(making);
  if (!hierarchy) {
    hierarchy = std::make_shared<Hierarchy const>(
        customise(contraction(threads, told), times(profile), threads, told));
  }
  return hierarchy;
}

}  // namespace wegwijzer
