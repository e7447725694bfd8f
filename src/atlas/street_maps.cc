// SPDX-License-Identifier: EUPL-1.2
#include "atlas/street_maps.h"

#include <algorithm>

#include "reach/matrix.h"
#include "reach/reaching.h"
#include "streets/reach_shape.h"

namespace wegwijzer {

namespace {

constexpr Minutes longest_budget(90);  // that a visitor can choose

// Maps may overlap: of the arrivals at one venue the first counts.
void keep_quickest(std::vector<Arrival>& arrivals) {
  std::ranges::sort(arrivals, {}, [](Arrival const& a) { return std::pair(a.venue, a.travel); });
  auto const later = std::ranges::unique(arrivals, {}, &Arrival::venue);
  arrivals.erase(later.begin(), later.end());
}

std::vector<std::optional<Place>> snapped(TravelTimes const& times, std::span<GeoPoint const> doors) {
  std::vector<std::optional<Place>> places;
  places.reserve(doors.size());
  for (auto const& door : doors) {
    auto const place = snap(times, door);
    places.push_back(place ? std::optional(*place) : std::nullopt);
  }
  return places;
}

// Workspaces that are kept, each lent to one question at a time.
template <class Workspace, class Made>
class Lending {
 public:
  explicit Lending(Made const& made) : made_(made) {}

  template <class Ask>
  void lend(Ask ask) {
    auto workspace = borrow();
    ask(*workspace);
    std::scoped_lock const lock(lending_);
    spare_.push_back(std::move(workspace));
  }

 private:
  std::unique_ptr<Workspace> borrow() {
    std::scoped_lock const lock(lending_);
    if (spare_.empty()) return std::make_unique<Workspace>(made_);
    auto workspace = std::move(spare_.back());
    spare_.pop_back();
    return workspace;
  }

  Made const& made_;
  std::mutex lending_;
  std::vector<std::unique_ptr<Workspace>> spare_;
};

struct Stopped {};

// The venues in a hierarchy.
struct Indexed {
  PlaceIndex index;
  Lending<Reaching, PlaceIndex> reaching{index};
};

}  // namespace

std::optional<Tenths> Reach::to(Index<Venue> venue) const {
  auto const found = std::ranges::lower_bound(arrivals_, venue, {}, &Arrival::venue);
  if (found == arrivals_.end() || found->venue != venue) return std::nullopt;
  return found->travel;
}

// The venues snapped once; and, when prepared, by the ranks of a hierarchy.
class StreetMaps::Ready {
 public:
  Ready(std::shared_ptr<TravelTimes const> made, std::vector<GeoPoint> const& venues)
      : times_(std::move(made)), places_(snapped(*times_, venues)), destinations_(*times_, places_) {}

  TravelTimes const& times() const { return *times_; }

  template <class Ask>
  void travel(Ask ask) {
    travel_.lend(ask);
  }

  // False when it was not prepared, and the answer a search through the streets.
  template <class Visit>
  bool within(Place const& home, Minutes budget, Visit visit) {
    auto* const indexed = indexed_.load(std::memory_order_acquire);
    if (indexed && budget <= longest_budget) {
      indexed->reaching.lend(
          [&](Reaching& reaching) { std::ranges::for_each(reaching.within(home, budget), visit); });
      return true;
    }
    travel_.lend(
        [&](Travel& travel) { std::ranges::for_each(travel.within(home, budget, destinations_), visit); });
    return indexed != nullptr;
  }

  void prepare(std::shared_ptr<Hierarchy const> hierarchy, unsigned threads, WorkDone const& told) {
    if (made_) return;  // whoever asked meanwhile made it look slow once more
    made_ = std::make_unique<Indexed>(
        PlaceIndex(std::move(hierarchy), Heading::to_index, longest_budget, places_, threads, told));
    indexed_.store(made_.get(), std::memory_order_release);
  }

 private:
  std::shared_ptr<TravelTimes const> times_;
  std::vector<std::optional<Place>> places_;
  Destinations destinations_;
  Lending<Travel, TravelTimes> travel_{*times_};
  std::unique_ptr<Indexed> made_;  // looked at only by who prepares
  std::atomic<Indexed*> indexed_ = nullptr;
};

StreetMaps::StreetMaps(std::vector<std::shared_ptr<StreetMap const>> maps, std::vector<GeoPoint> venues)
    : maps_(std::move(maps)), venues_(std::move(venues)), slots_(std::make_shared<Slots>(maps_.size())) {}

StreetMaps::Slot& StreetMaps::slot(std::size_t map, Profile profile) const {
  auto& slot = (*slots_)[map][number_of(profile)];
  std::call_once(slot.made,
                 [&] { slot.ready = std::make_shared<Ready>(maps_[map]->times(profile), venues_); });
  return slot;
}

Result<std::size_t> StreetMaps::on_each_map(GeoPoint home, Profile profile,
                                            std::function<void(Slot&, Place const&)> const& ask) const {
  std::size_t maps_here = 0;
  for (std::size_t map = 0; map < maps_.size(); ++map) {
    auto& there = slot(map, profile);
    auto const place = snap(there.ready->times(), home);
    if (!place) continue;
    ++maps_here;
    ask(there, *place);
  }
  if (maps_here == 0) return fail(Fault::missing, "streets.too_far");
  return maps_here;
}

Result<Reach> StreetMaps::within(GeoPoint home, Profile profile, Minutes budget) const {
  std::vector<Arrival> arrivals;
  auto const add = [&](Hit const& hit) {
    arrivals.push_back({Index<Venue>(hit.destination.value()), hit.time});
  };
  auto const maps_here = on_each_map(home, profile, [&](Slot& there, Place const& place) {
    if (!there.ready->within(place, budget, add)) there.slow = true;
  });
  if (!maps_here) return fail(maps_here.error());
  if (*maps_here > 1) keep_quickest(arrivals);
  return Reach(std::move(arrivals));
}

ReachRows StreetMaps::rows(std::span<GeoPoint const> homes, Profile profile, Minutes budget, unsigned threads,
                           WorkDone const& told) const {
  std::vector<std::vector<Arrival>> found(homes.size());
  for (auto const& map : maps_) {
    auto const& times = *map->times(profile);
    PlaceIndex const index(map->hierarchy(profile, threads, told), Heading::to_index, budget,
                           snapped(times, venues_), threads, told);
    for_each_row(index, snapped(times, homes), budget, threads,
                 [&](std::size_t home, std::span<Hit const> hits) {
                   for (auto const& hit : hits) {
                     found[home].push_back({Index<Venue>(hit.destination.value()), hit.time});
                   }
                 });
    if (told) told(homes.size());
  }
  ReachRows rows;
  for (auto& arrivals : found) {
    if (maps_.size() > 1) keep_quickest(arrivals);
    rows.add(arrivals);
  }
  return rows;
}

Result<std::vector<Polygon>> StreetMaps::shape(GeoPoint home, Profile profile, Minutes budget) const {
  std::vector<Polygon> polygons;
  auto const maps_here = on_each_map(home, profile, [&](Slot& there, Place const& place) {
    there.ready->travel([&](Travel& travel) {
      auto const parts = travel.parts(place, budget, ground_of_street);
      std::ranges::move(reach_shape(there.ready->times().streets(), parts), std::back_inserter(polygons));
    });
  });
  if (!maps_here) return fail(maps_here.error());
  return polygons;
}

Result<Route> StreetMaps::route(GeoPoint home, GeoPoint venue, Profile profile) const {
  Result<Route> quickest = fail(Fault::missing, "streets.no_route");
  for (std::size_t map = 0; map < maps_.size(); ++map) {
    auto& there = *slot(map, profile).ready;
    auto const from = snap(there.times(), home), to = snap(there.times(), venue);
    if (!from || !to) continue;
    there.travel([&](Travel& travel) {
      auto route = travel.route(*from, *to);
      if (route && (!quickest || route->time < quickest->time)) quickest = std::move(route);
    });
  }
  return quickest;
}

void StreetMaps::prepare(unsigned threads, GoOn const& go_on) const {
  try {
    prepare_telling(threads, [&](std::size_t) {
      if (!go_on()) throw Stopped();
    });
  } catch (Stopped const&) {
    // Whoever asks next finds it slow again.
  }
}

void StreetMaps::prepare_telling(unsigned threads, WorkDone const& told) const {
  for (std::size_t map = 0; map < maps_.size(); ++map) {
    for (std::size_t number = 0; number < profile_count; ++number) {
      if (!(*slots_)[map][number].slow.exchange(false)) continue;
      auto const profile = profile_numbered(number);
      slot(map, profile).ready->prepare(maps_[map]->hierarchy(profile, threads, told), threads, told);
    }
  }
}

}  // namespace wegwijzer
