// SPDX-License-Identifier: EUPL-1.2
// Collects the names by which people say where they live: towns and their parts, streets, addresses and
// postcodes, each with the town it lies in.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/place_name.h"
#include "exchange/osm_address.h"
#include "exchange/osm_thing.h"
#include "exchange/osm_towns.h"

namespace wegwijzer {

class OsmPlaceNames {
 public:
  // A town or a part of one, the border of a town, a station, an address, or nothing of that.
  void add(OsmThing const& thing);
  void add_street(std::string_view name, GeoPoint halfway);

  // Places, streets, addresses and postcodes, each in the order of name and town.
  //
  // The town is what the address says; else, for a street, what the nearest address on a street of that name
  // within 2 km says; else OsmTowns. A street is all ways of one name in one town, or, where no town is
  // known, all that hang together by steps of at most 2 km; its point lies on the way nearest to their
  // middle. A postcode lies at the mean of its addresses.
  std::vector<PlaceName> take() &&;

 private:
  struct Place {
    std::string name;
    std::optional<TownSize> town;  // nothing for a part of a town and for a hamlet
    GeoPoint point;
    std::vector<Polygon> outline;
  };

  struct Address {
    OsmAddress address;
    GeoPoint point;
  };

  struct StreetWay {
    std::string name;
    std::string town;
    GeoPoint point;
  };

  void add_place(OsmThing const& thing);
  void add_station(OsmThing const& thing);
  void add_address(OsmThing const& thing);
  void drop_outlined_twice();
  void find_towns();
  void find_towns_of_addresses();
  void find_towns_of_streets();
  std::string town_of(StreetWay const& way) const;
  void name_places(std::vector<PlaceName>& names) const;
  void name_streets(std::vector<PlaceName>& names) const;
  void name_addresses(std::vector<PlaceName>& names) const;
  void name_postcodes(std::vector<PlaceName>& names);

  std::vector<Place> places_;
  std::vector<Address> addresses_;
  std::vector<StreetWay> street_ways_;
  OsmTowns towns_;
};

}  // namespace wegwijzer
