// SPDX-License-Identifier: EUPL-1.2
// The streets under the atlas: from a home to every venue within some minutes, door to door.
#pragma once

#include <array>
#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "atlas/street_map.h"
#include "base/index.h"
#include "base/polygon.h"
#include "base/result.h"
#include "domain/venue.h"
#include "streets/travel.h"

namespace wegwijzer {

struct Arrival {
  Index<Venue> venue;
  Tenths travel;
  bool operator==(Arrival const&) const = default;
};

// Venues within the minutes, in order of index.
class Reach {
 public:
  Reach() = default;

  explicit Reach(std::vector<Arrival> arrivals) : arrivals_(std::move(arrivals)) {}

  std::vector<Arrival> const& arrivals() const { return arrivals_; }

  std::optional<Tenths> to(Index<Venue> venue) const;

 private:
  std::vector<Arrival> arrivals_;
};

// Of many homes at once, each in order of venue.
class ReachRows {
 public:
  void add(std::span<Arrival const> arrivals) {
    arrivals_.insert(arrivals_.end(), arrivals.begin(), arrivals.end());
    first_.push_back(arrivals_.size());
  }

  std::size_t size() const { return first_.size() - 1; }

  // Where those of a home begin among those of all; of the one after the last: how many there are.
  std::size_t first(std::size_t home) const { return first_[home]; }

  std::span<Arrival const> of(std::size_t home) const {
    return std::span(arrivals_).subspan(first_[home], first_[home + 1] - first_[home]);
  }

 private:
  std::vector<std::uint64_t> first_{0};
  std::vector<Arrival> arrivals_;
};

using GoOn = std::function<bool()>;  // asked now and then from any thread; false stops

class StreetMaps {
 public:
  StreetMaps() = default;
  StreetMaps(std::vector<std::shared_ptr<StreetMap const>> maps, std::vector<GeoPoint> venues);

  bool empty() const { return maps_.empty(); }

  std::vector<std::shared_ptr<StreetMap const>> const& maps() const { return maps_; }

  // Exact to the tenth of a second; where maps overlap, the quickest of them counts. A way that leaves one
  // map for another is not seen. Fails with "streets.too_far" when no street of ours is near the home.
  Result<Reach> within(GeoPoint home, Profile profile, Minutes budget) const;

  // As within() for each home; a home away from every street reaches nothing. For many homes: first makes
  // what it takes to answer fast, and is told of venues and homes on the way.
  ReachRows rows(std::span<GeoPoint const> homes, Profile profile, Minutes budget, unsigned threads,
                 WorkDone const& told) const;

  // The ground within the minutes, for a map: reach_shape() on each map with streets near the home, which may
  // lie over each other. Fails with "streets.too_far".
  Result<std::vector<Polygon>> shape(GeoPoint home, Profile profile, Minutes budget) const;

  // The quickest way; fails with "streets.no_route".
  Result<Route> route(GeoPoint home, GeoPoint venue, Profile profile) const;

  // For the profiles for which within() was asked and answered the slow way: makes what it takes to answer
  // fast, the same. To be called in the background, by one thread at a time; ends early when `go_on` says no.
  void prepare(unsigned threads, GoOn const& go_on) const;

 private:
  class Ready;  // one profile on one map

  struct Slot {
    std::once_flag made;
    std::shared_ptr<Ready> ready;
    std::atomic<bool> slow = false;
  };

  using Slots = std::vector<std::array<Slot, profile_count>>;

  Slot& slot(std::size_t map, Profile profile) const;
  void prepare_telling(unsigned threads, WorkDone const& told) const;

  // Calls ask(slot, place) for each map with streets near the home, which lies at this place of them, and
  // counts the maps. Fails with "streets.too_far" when there is none.
  Result<std::size_t> on_each_map(GeoPoint home, Profile profile,
                                  std::function<void(Slot&, Place const&)> const& ask) const;

  std::vector<std::shared_ptr<StreetMap const>> maps_;
  std::vector<GeoPoint> venues_;
  std::shared_ptr<Slots> slots_;
};

}  // namespace wegwijzer
