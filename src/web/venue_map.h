// SPDX-License-Identifier: EUPL-1.2
// The map above a list: numbers for the venues of what is listed, and the map that shows them. A picture
// without script, a map that moves with it.
#pragma once

#include <optional>
#include <vector>

#include "http/request.h"
#include "usecases/offering/find.h"
#include "web/view.h"

namespace wegwijzer::web {

class VenueMap {
 public:
  VenueMap(View const& view, OfferingQuery const& query) : view_(view), query_(query) {}

  // The number of the place of an offering, from 1 in the order in which they are asked; nothing for what is
  // at home or online.
  std::optional<std::size_t> number(Index<Offering> offering);

  // Empty when there is no map, and when nothing was numbered; one that is open shows from home still what is
  // reached.
  Html show(bool open = false) const;

 private:
  Url picture() const;
  Url from_home(Url path) const;
  Html travel() const;
  Html captions() const;
  std::vector<GeoPoint> points() const;

  View const& view_;
  OfferingQuery const& query_;  // whose home and reach are shown
  std::vector<Index<Venue>> venues_;
};

// Points with their numbers from 1 on such a map, without anything to search for; empty when there is no map,
// or no point.
Html map_of_points(View const& view, std::vector<GeoPoint> const& points);

// Whether an address asks for the map to stand open: view=map.
bool map_is_asked(http::Request const& request);

// Further searches from the form of the page have it open too.
Html keep_map_open();

// A number of the map on a card.
Html map_number(View const& view, std::optional<std::size_t> number);

}  // namespace wegwijzer::web
