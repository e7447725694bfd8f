// SPDX-License-Identifier: EUPL-1.2
#include "atlas/street_maps.h"

#include <algorithm>

#include "streets/reach_shape.h"

namespace wegwijzer {

namespace {

std::size_t slot_of(Profile profile) {
  return static_cast<std::size_t>(profile.mode) * age_band_count + static_cast<std::size_t>(profile.age);
}

// Maps may overlap: of the arrivals at one venue the first counts.
void keep_quickest(std::vector<Arrival>& arrivals) {
  std::ranges::sort(arrivals, {}, [](Arrival const& a) { return std::pair(a.venue, a.travel); });
  auto const later = std::ranges::unique(arrivals, {}, &Arrival::venue);
  arrivals.erase(later.begin(), later.end());
}

}  // namespace

StreetMap::StreetMap(std::string source, std::int64_t version, std::shared_ptr<Streets const> streets)
    : source_(std::move(source)), version_(version), streets_(std::move(streets)) {}

std::shared_ptr<TravelTimes const> StreetMap::times(Profile profile) const {
  auto& slot = times_[slot_of(profile)];
  std::call_once(slot.made, [&] { slot.times = std::make_shared<TravelTimes const>(streets_, profile); });
  return slot.times;
}

std::optional<Tenths> Reach::to(Index<Venue> venue) const {
  auto const found = std::ranges::lower_bound(arrivals_, venue, {}, &Arrival::venue);
  if (found == arrivals_.end() || found->venue != venue) return std::nullopt;
  return found->travel;
}

// One profile on one map: the venues snapped once, and workspaces lent to one question at a time.
struct StreetMaps::Ready {
  std::shared_ptr<TravelTimes const> times;
  Destinations destinations;
  std::mutex lending;
  std::vector<std::unique_ptr<Travel>> spare;

  Ready(std::shared_ptr<TravelTimes const> made, std::vector<GeoPoint> const& venues)
      : times(std::move(made)), destinations(*times, places(*times, venues)) {}

  static std::vector<std::optional<Place>> places(TravelTimes const& times,
                                                  std::vector<GeoPoint> const& venues) {
    std::vector<std::optional<Place>> places;
    places.reserve(venues.size());
    for (auto const& venue : venues) {
      auto const place = snap(times, venue);
      places.push_back(place ? std::optional(*place) : std::nullopt);
    }
    return places;
  }

  std::unique_ptr<Travel> borrow() {
    std::scoped_lock const lock(lending);
    if (spare.empty()) return std::make_unique<Travel>(*times);
    auto travel = std::move(spare.back());
    spare.pop_back();
    return travel;
  }

  void give_back(std::unique_ptr<Travel> travel) {
    std::scoped_lock const lock(lending);
    spare.push_back(std::move(travel));
  }
};

StreetMaps::StreetMaps(std::vector<std::shared_ptr<StreetMap const>> maps, std::vector<GeoPoint> venues)
    : maps_(std::move(maps)),
      venues_(std::move(venues)),
      slots_(std::make_shared<std::vector<std::array<Slot, profile_count>>>(maps_.size())) {}

StreetMaps::Ready& StreetMaps::ready(std::size_t map, Profile profile) const {
  auto& slot = (*slots_)[map][slot_of(profile)];
  std::call_once(slot.made,
                 [&] { slot.ready = std::make_shared<Ready>(maps_[map]->times(profile), venues_); });
  return *slot.ready;
}

Result<std::size_t> StreetMaps::on_each_map(
    GeoPoint home, Profile profile, std::function<void(Ready&, Travel&, Place const&)> const& ask) const {
  std::size_t maps_here = 0;
  for (std::size_t map = 0; map < maps_.size(); ++map) {
    auto& there = ready(map, profile);
    auto const place = snap(*there.times, home);
    if (!place) continue;
    ++maps_here;
    auto travel = there.borrow();
    ask(there, *travel, *place);
    there.give_back(std::move(travel));
  }
  if (maps_here == 0) return fail(Fault::missing, "streets.too_far");
  return maps_here;
}

Result<Reach> StreetMaps::within(GeoPoint home, Profile profile, Minutes budget) const {
  std::vector<Arrival> arrivals;
  auto const maps_here = on_each_map(home, profile, [&](Ready& there, Travel& travel, Place const& place) {
    for (auto const& hit : travel.within(place, budget, there.destinations))
      arrivals.push_back({Index<Venue>(hit.destination.value()), hit.time});
  });
  if (!maps_here) return fail(maps_here.error());
  if (*maps_here > 1) keep_quickest(arrivals);
  return Reach(std::move(arrivals));
}

Result<std::vector<Polygon>> StreetMaps::shape(GeoPoint home, Profile profile, Minutes budget) const {
  std::vector<Polygon> polygons;
  auto const maps_here = on_each_map(home, profile, [&](Ready& there, Travel& travel, Place const& place) {
    auto const parts = travel.parts(place, budget, ground_of_street);
    std::ranges::move(reach_shape(there.times->streets(), parts), std::back_inserter(polygons));
  });
  if (!maps_here) return fail(maps_here.error());
  return polygons;
}

Result<Route> StreetMaps::route(GeoPoint home, GeoPoint venue, Profile profile) const {
  Result<Route> quickest = fail(Fault::missing, "streets.no_route");
  for (std::size_t map = 0; map < maps_.size(); ++map) {
    auto& there = ready(map, profile);
    auto const from = snap(*there.times, home), to = snap(*there.times, venue);
    if (!from || !to) continue;
    auto travel = there.borrow();
    auto route = travel->route(*from, *to);
    there.give_back(std::move(travel));
    if (route && (!quickest || route->time < quickest->time)) quickest = std::move(route);
  }
  return quickest;
}

}  // namespace wegwijzer
