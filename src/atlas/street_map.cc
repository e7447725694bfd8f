// SPDX-License-Identifier: EUPL-1.2
#include "atlas/street_map.h"

namespace wegwijzer {

namespace {

struct Stopped {};

}  // namespace

std::size_t number_of(Profile profile) {
  return static_cast<std::size_t>(profile.mode) * age_band_count + static_cast<std::size_t>(profile.age);
}

StreetMap::StreetMap(std::string source, std::int64_t version, std::shared_ptr<Streets const> streets,
                     std::shared_ptr<OrderShelf> shelf)
    : source_(std::move(source)), version_(version), streets_(std::move(streets)), shelf_(std::move(shelf)) {}

std::shared_ptr<TravelTimes const> StreetMap::times(Profile profile) const {
  auto& slot = times_[number_of(profile)];
  std::call_once(slot.made, [&] { slot.times = std::make_shared<TravelTimes const>(streets_, profile); });
  return slot.times;
}

std::shared_ptr<Hierarchy const> StreetMap::hierarchy(Profile profile, unsigned threads,
                                                      GoOn const& go_on) const {
  std::scoped_lock const lock(preparing_);
  auto& hierarchy = hierarchies_[number_of(profile)];
  if (hierarchy) return hierarchy;
  try {
    PrepareWatch watch;
    watch.add = [&](std::size_t) {
      if (!go_on()) throw Stopped();
    };
    if (!contraction_) contraction_ = contraction_of(*streets_, threads, watch, shelf_.get());
    if (!go_on()) return nullptr;
    hierarchy = std::make_shared<Hierarchy const>(customise(contraction_, times(profile), threads));
    return hierarchy;
  } catch (Stopped const&) {
    return nullptr;
  }
}

}  // namespace wegwijzer
