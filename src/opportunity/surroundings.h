// SPDX-License-Identifier: EUPL-1.2
// What an area brings with it for the children who live there: of which organisations its families hear by
// which channels (factor 2, visibility), and whose schools know which organisations (factor 5, guidance).
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "atlas/atlas.h"
#include "opportunity/child_profile.h"
#include "opportunity/parameters.h"

namespace wegwijzer {

struct KnownThere {
  Index<Organisation> organisation;
  double untold = 1;           // share of the families that no channel tells of it
  double untold_in_other = 1;  // of those who speak little Dutch
  double informed = 0;         // share of the pupils whose school knows it
  double by_spotters = 0;      // the part of them whose school has trained talent spotters

  bool operator==(KnownThere const&) const = default;
};

// Who refers children to an organisation: nobody, others, or others of whom one has trained talent spotters.
enum class Guides { none, untrained, trained };

class Surroundings {
 public:
  Surroundings(Atlas const& atlas, OpportunityParameters const& parameters);

  // Of the organisations that something is known of there, by index.
  std::span<KnownThere const> of(Index<Area> area) const { return known_[area.value()]; }

  // What is known there of this one.
  KnownThere const& of(Index<Organisation> organisation, Index<Area> area) const {
    auto const found = std::ranges::lower_bound(of(area), organisation, {}, &KnownThere::organisation);
    bool const known = found != of(area).end() && found->organisation == organisation;
    return known ? *found : otherwise(organisation);
  }

  // What goes for an organisation where nothing is known of it.
  KnownThere const& otherwise(Index<Organisation> organisation) const {
    return otherwise_[organisation.value()];
  }

  Guides guides_to(Index<Organisation> organisation) const { return guides_[organisation.value()]; }

  // The ecosystems with a venue in the same gemeente as this area (the largest area around it).
  std::vector<Index<Ecosystem>> const& ecosystems(Index<Area> area) const;

  bool operator==(Surroundings const&) const = default;

 private:
  std::vector<std::vector<KnownThere>> known_;  // by area
  std::vector<KnownThere> otherwise_;
  std::vector<Guides> guides_;
  std::vector<std::size_t> largest_;                       // by area: the largest around it
  std::vector<std::vector<Index<Ecosystem>>> ecosystems_;  // by largest area
};

// v of DOMAIN.md section 4: the channels, looking for it, and, in its own area, passing by.
double visibility(KnownThere const& known, bool in_own_area, ChildProfile const& child,
                  OpportunityParameters const& parameters);

// g: parents who encourage, a teacher who is informed, a guide who refers. Training makes nobody guide less,
// whatever values a municipality sets.
double guidance(KnownThere const& known, Guides guides, ChildProfile const& child,
                OpportunityParameters const& parameters);

// g0 + (1 - g0) g.
double support(double guidance, OpportunityParameters const& parameters);

}  // namespace wegwijzer
