// SPDX-License-Identifier: EUPL-1.2
// "Waar woon je?": from a postcode, an address, a street, a neighbourhood or a town to a point.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "atlas/areas.h"
#include "domain/place_name.h"

namespace wegwijzer {

struct FoundPlace {
  std::string name;
  std::string context;  // the town or gemeente it lies in, where known
  GeoPoint point;
  bool only_street = false;  // the house number that was asked is not known: this is the street
  bool operator==(FoundPlace const&) const = default;
};

class Gazetteer {
 public:
  Gazetteer() = default;
  Gazetteer(std::vector<PlaceName> const& names, Areas const& areas);
  // The best matches first: what is called exactly so, then what begins so; "straat, stad" and "straat stad"
  // narrow by town, and a house number that is not known gives its street. One answer means that no choice is
  // needed. A postcode of four digits is the middle of its postcodes.
  std::vector<FoundPlace> find(std::string_view text, std::size_t most) const;

 private:
  enum class Rank : std::uint8_t { postcode, town, part, street, address };

  struct Entry {
    std::string key;   // folded name
    std::string town;  // folded context
    Rank rank;
    FoundPlace place;
  };

  // One way to read what was typed; both folded. An empty town is any.
  struct Reading {
    std::string key;
    std::string town;
    bool exact = false;  // only what is called exactly so, in a town that is called exactly so
  };

  void add(Rank rank, std::string_view key, FoundPlace place);
  void add_names(std::vector<PlaceName> const& names, Areas const& areas);
  void add_areas(Areas const& areas);
  static std::vector<Reading> readings(std::string_view text);
  bool knows_town(std::string_view town) const;
  std::vector<FoundPlace> find(Reading const& reading, std::size_t most) const;
  std::vector<Entry const*> beginning_with(std::string_view key) const;
  std::vector<FoundPlace> postcode(Postcode const& code) const;

  std::vector<Entry> entries_;  // by key, rank and town
};

}  // namespace wegwijzer
