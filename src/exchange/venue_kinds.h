// SPDX-License-Identifier: EUPL-1.2
// Which OpenStreetMap objects are learning places: the rules of assets/vocabulary/venue_kinds.csv applied.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/venue.h"
#include "domain/vocabulary.h"

namespace wegwijzer {

// The tags of one object.
class OsmTags {
 public:
  void add(std::string_view key, std::string_view value) {
    tags_.push_back({std::string(key), std::string(value)});
  }

  std::string_view operator[](std::string_view key) const;  // empty when it does not have it

  bool empty() const { return tags_.empty(); }

 private:
  struct KeyValue {
    std::string key;
    std::string value;
  };

  std::vector<KeyValue> tags_;
};

// By the first rule that fits; nothing for what is private or no longer in use.
std::optional<VenueKind> venue_kind(std::vector<VenueKindRule> const& rules, OsmTags const& tags);

// Name, address, website, phone and wheelchair access as the tags say; the point is for the caller.
std::optional<Venue> venue_of_tags(std::vector<VenueKindRule> const& rules, OsmTags const& tags);

}  // namespace wegwijzer
