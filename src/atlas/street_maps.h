// SPDX-License-Identifier: EUPL-1.2
// The streets under the atlas: from a home to every venue within some minutes, door to door.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/index.h"
#include "base/polygon.h"
#include "base/result.h"
#include "domain/venue.h"
#include "streets/profile.h"
#include "streets/travel.h"
#include "streets/travel_times.h"

namespace wegwijzer {

inline constexpr std::size_t age_band_count = 5;
inline constexpr std::size_t profile_count = 2 * age_band_count;  // two modes

// The streets of one source with the travel times of each profile, worked out when first asked for. Shared by
// all atlases made while these streets are in the store.
class StreetMap {
 public:
  StreetMap(std::string source, std::int64_t version, std::shared_ptr<Streets const> streets);

  std::string const& source() const { return source_; }

  std::int64_t version() const { return version_; }

  Streets const& streets() const { return *streets_; }

  std::shared_ptr<Streets const> const& shared_streets() const { return streets_; }

  std::shared_ptr<TravelTimes const> times(Profile profile) const;

 private:
  struct Times {
    std::once_flag made;
    std::shared_ptr<TravelTimes const> times;
  };

  std::string source_;
  std::int64_t version_;
  std::shared_ptr<Streets const> streets_;
  mutable std::array<Times, profile_count> times_;
};

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

class StreetMaps {
 public:
  StreetMaps() = default;
  StreetMaps(std::vector<std::shared_ptr<StreetMap const>> maps, std::vector<GeoPoint> venues);

  bool empty() const { return maps_.empty(); }

  std::vector<std::shared_ptr<StreetMap const>> const& maps() const { return maps_; }

  // Exact to the tenth of a second; where maps overlap, the quickest of them counts. A way that leaves one
  // map for another is not seen. Fails with "streets.too_far" when no street of ours is near the home.
  Result<Reach> within(GeoPoint home, Profile profile, Minutes budget) const;

  // The ground within the minutes, for a map: reach_shape() on each map with streets near the home, which may
  // lie over each other. Fails with "streets.too_far".
  Result<std::vector<Polygon>> shape(GeoPoint home, Profile profile, Minutes budget) const;

  // The quickest way; fails with "streets.no_route".
  Result<Route> route(GeoPoint home, GeoPoint venue, Profile profile) const;

 private:
  struct Ready;  // one profile on one map: snapped venues and spare workspaces

  struct Slot {
    std::once_flag made;
    std::shared_ptr<Ready> ready;
  };

  Ready& ready(std::size_t map, Profile profile) const;

  // Lends a workspace on each map with streets near the home, which lies at this place of them; counts the
  // maps. Fails with "streets.too_far" when there is none.
  Result<std::size_t> on_each_map(GeoPoint home, Profile profile,
                                  std::function<void(Ready&, Travel&, Place const&)> const& ask) const;

  std::vector<std::shared_ptr<StreetMap const>> maps_;
  std::vector<GeoPoint> venues_;
  std::shared_ptr<std::vector<std::array<Slot, profile_count>>> slots_;
};

}  // namespace wegwijzer
