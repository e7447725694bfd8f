// SPDX-License-Identifier: EUPL-1.2
// The order "best": one number of how well an offering has the words, how near it is, how well it fits and
// how lately somebody confirmed it (docs/decisions/0017). Each part can be shown.
#pragma once

#include <optional>
#include <vector>

#include "atlas/atlas.h"
#include "usecases/offering/find.h"

namespace wegwijzer {

// Each between 0 and 1.
struct Ranking {
  double words = 0;      // search::WordIndex::find
  double distance = 0;   // 1 at the door, a half at half_way; without a trip a half; 0 when no home is known
  double fit = 0;        // the age and the themes that were asked for
  double freshness = 0;  // 1 when confirmed today, a half when it goes stale, 0 when nobody confirmed it
  bool operator==(Ranking const&) const = default;

  Ranking weighed() const;  // each times its share of the whole
  double total() const;     // the weighed parts added up: at most 1
};

Ranking rank(Atlas const& atlas, OfferingQuery const& query, FoundOffering const& found, bool home_known,
             Date today);

// Why an offering stands where it stands.
struct WhyHere {
  std::vector<search::Reason> words;
  Ranking ranking;
};

WhyHere why_here(Atlas const& atlas, OfferingQuery const& query, FoundOfferings const& all,
                 FoundOffering const& found, Date today);

}  // namespace wegwijzer
