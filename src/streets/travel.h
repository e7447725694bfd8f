// SPDX-License-Identifier: EUPL-1.2
// Door-to-door travel, from home to a venue: connectors on foot at both ends and the start-up of a bicycle
// included. All times are exact sums of the whole tenths of TravelTimes. A part of an edge takes the
// difference between its two positions, each the time of the whole edge × position, rounded half up.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "streets/destinations.h"
#include "streets/reached_parts.h"

namespace wegwijzer {

struct Hit {
  Index<Destination> destination;
  Tenths time{};
  bool operator==(Hit const&) const = default;
};

struct Stretch {
  std::string name;  // empty for a street without name
  StreetClass kind = StreetClass::unknown;
  Metres length{};
  bool operator==(Stretch const&) const = default;
};

// As one would tell it: who follows a street does not notice a few metres of another that it crosses.
std::vector<Stretch> without_crossings(std::vector<Stretch> const& stretches);

struct Route {
  Tenths time{};                     // door to door
  Metres length{};                   // along the streets, without the connectors
  std::vector<Stretch> stretches{};  // each street once as long as one follows it
  std::vector<GeoPoint> line{};      // from place to place
};

// A workspace: one per thread, it keeps its memory. `times` must outlive it.
class Travel {
 public:
  explicit Travel(TravelTimes const& times) : search_(times) {}

  // All destinations within the budget (included), by destination, with the shortest time from home. They
  // must have been made for the same times. Valid until the next call. A negative budget reaches nothing.
  std::span<Hit const> within(Place const& home, Minutes budget, Destinations const& destinations);

  // The parts of the streets that one gets to within the budget, and those nearby that one does not.
  std::vector<StreetPart> parts(Place const& home, Minutes budget, Metres margin);

  // The quickest way; fails with "streets.no_route".
  Result<Route> route(Place const& from, Place const& to);

 private:
  Tenths bound(Place const& home, Minutes budget) const;
  void reach(Index<Destination> destination, Tenths time);

  Search search_;
  std::vector<Tenths> reached_;  // by destination, `never` where not reached
  std::vector<Hit> hits_;
};

}  // namespace wegwijzer
