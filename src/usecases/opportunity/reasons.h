// SPDX-License-Identifier: EUPL-1.2
// One number opened: why so much of one offering is left for the children of an area.
#pragma once

#include <vector>

#include "usecases/opportunity/report.h"

namespace wegwijzer {

struct OfferingReasons {
  OfferingPart part;
  Mode mode = Mode::bike;  // of the journeys; on foot when all go on foot
  std::optional<std::pair<Tenths, Tenths>>
      journey;  // from the nearest and the farthest home; none without a trip
  std::optional<int> capacity;
  std::optional<double> children_per_seat;  // that come to it; nothing when seats are not known
  std::vector<Index<Channel>> channels;     // that tell of it there
  bool in_own_area = false;
  double informed = 0;  // share of the pupils whose school knows the provider
  bool is_referred_to = false;
  WelcomeItems welcome;  // language as for Dutch, unless other was wished
};

// Fails with "opportunity.not_open" when the offering is none that children can join now, with
// "opportunity.out_of_reach" when none of these children reaches it.
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
  double homes_share = 0;  // of the children of the area, who live at that door's square
  Funnel one;
  Funnel other;
  std::array<double, factor_count> against_other{};  // one against the other
  std::vector<ComparedOffering> offerings;           // most different first
};

// At the home area with most children; nothing when nobody lives there.
std::optional<Comparison> compare_children(OpportunityModel const& model, Index<Area> area,
                                           ChildProfile const& one, ChildProfile const& other);

}  // namespace wegwijzer
