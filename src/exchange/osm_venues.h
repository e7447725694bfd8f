// SPDX-License-Identifier: EUPL-1.2
// Finds the places where children learn among the things of OpenStreetMap, by the rules of
// assets/vocabulary/venue_kinds.csv.
#pragma once

#include <optional>
#include <vector>

#include "domain/venue.h"
#include "domain/vocabulary.h"
#include "exchange/osm_thing.h"

namespace wegwijzer {

// By the first rule that fits: "museum;library" is both.
std::optional<VenueKind> venue_kind(std::vector<VenueKindRule> const& rules, Tags const& tags);

class OsmVenues {
 public:
  explicit OsmVenues(std::vector<VenueKindRule> rules) : rules_(std::move(rules)) {}

  // Keeps the thing when a rule says that it is a venue. What is no longer in use is none, nor what has
  // neither a name nor public access, such as a playground in a garden.
  void add(OsmThing const& thing);

  // In the order of adding. Two things of one kind and name, one lying inside the outline of the other, are
  // one place: the one with more tags stays, and where they have equally many the outline.
  std::vector<Venue> take() &&;

 private:
  struct Candidate {
    Venue venue;
    std::vector<Polygon> outline;
    std::size_t tag_count = 0;
    bool dropped = false;
  };

  void drop_repeated();
  static void drop_lesser(Candidate& one, Candidate& other);
  static void drop_within(std::vector<Candidate*> const& same_name);

  std::vector<VenueKindRule> rules_;
  std::vector<Candidate> candidates_;
};

}  // namespace wegwijzer
