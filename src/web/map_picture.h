// SPDX-License-Identifier: EUPL-1.2
// A picture of the map on a page: light or dark as the visitor has it, and a narrow one whose names can be
// read on a phone.
#pragma once

#include "web/view.h"

namespace wegwijzer::web {

// `picture` is an address of /map/picture.svg without look, width and height.
Html map_picture(Url const& picture, std::string const& alternative, int height);

// The streets around a place, marked; empty where there is no map.
Html surroundings(View const& view, Venue const& venue);

// The way from the home of the query to a place; empty where there is no map.
Html way_on_map(View const& view, OfferingQuery const& query, Venue const& venue);

}  // namespace wegwijzer::web
