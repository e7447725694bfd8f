// SPDX-License-Identifier: EUPL-1.2
// The map above a list: numbers for the venues of what is listed, and the map that shows them. A picture
// without script, a map that moves with it.
#pragma once

#include <optional>
#include <vector>

#include "usecases/offering/find.h"
#include "web/view.h"

namespace wegwijzer::web {

class VenueMap {
 public:
  VenueMap(View const& view, OfferingQuery const& query) : view_(view), query_(query) {}

  // The number of the place of an offering, from 1 in the order in which they are asked; nothing for what is
  // at home or online.
  std::optional<std::size_t> number(Index<Offering> offering);

  // Empty when nothing was numbered or there is no map.
  Html show(bool open = false) const;

 private:
  Url picture() const;
  Url from_home(Url path) const;
  Html caption() const;
  std::string as_json() const;

  View const& view_;
  OfferingQuery const& query_;  // whose home and reach are shown
  std::vector<Index<Venue>> venues_;
};

// A number of the map on a card.
Html map_number(View const& view, std::optional<std::size_t> number);

}  // namespace wegwijzer::web
