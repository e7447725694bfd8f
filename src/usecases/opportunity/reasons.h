// SPDX-License-Identifier: EUPL-1.2
// One number opened: why so much of one offering is left for the children of an area.
#pragma once

#include <vector>

#include "usecases/opportunity/report.h"

namespace wegwijzer {

struct Journey {
  Tenths travel;
  Mode mode;
};

// Of the children who go there alone by one means, and keep off fast traffic.
struct GoingAlone {
  Tenths detour{};           // how much longer that takes for the worst off of those who get there
  bool some_cannot = false;  // within the longest journey
};

struct OfferingReasons {
  OfferingPart part;
  bool needs_trip = false;
  std::optional<std::pair<Journey, Journey>> journey;  // the shortest and the longest of all these children
  GoingAlone walking_alone;
  GoingAlone riding_alone;
  std::optional<int> capacity;
  std::optional<double> children_per_seat;  // that come to it; nothing when seats are not known, or none
  std::vector<Index<Channel>> channels;     // that tell of it there
  double untold = 1;                        // share of the families that no channel tells of it
  bool in_own_area = false;
  double informed = 0;     // share of the pupils whose school knows the provider
  double by_spotters = 0;  // the part of them whose school has trained talent spotters
  Guides guides = Guides::none;
  WelcomeItems welcome;                     // language as for Dutch, unless other was wished
  std::optional<FeltWelcome> felt_welcome;  // as far as it counts
};

// Fails with "opportunity.not_open" when the offering is none that children can join now, with
// "opportunity.out_of_reach" when none of these children reaches it, and with "opportunity.too_large" for a
// whole gemeente.
Result<OfferingReasons> offering_reasons(OpportunityModel const& model, Index<Area> area,
                                         Index<Offering> offering, ChildWish const& wish);

// Two children who live behind the same front door.
struct ComparedOffering {
  Index<Offering> offering;
  double one = 0;
  double other = 0;
  Factor apart = Factor::presence;  // in which they differ most
};

struct Comparison {
  Funnel one;
  Funnel other;
  std::array<double, factor_count> against_other{};  // one against the other
  std::vector<ComparedOffering> offerings;           // most different first
};

// At the home area with most children; nothing when nobody lives there.
std::optional<Comparison> compare_children(OpportunityModel const& model, Index<Area> area,
                                           ChildProfile const& one, ChildProfile const& other);

}  // namespace wegwijzer
