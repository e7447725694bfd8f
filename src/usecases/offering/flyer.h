// SPDX-License-Identifier: EUPL-1.2
// "What do we put on the notice board?": a few offerings that say how much there is to do. Only what one can
// still join and what somebody confirmed lately; of many themes, organisations and places rather than of one.
#pragma once

#include <vector>

#include "usecases/offering/find.h"

namespace wegwijzer {

struct FlyerTheme {
  std::optional<Index<Theme>> theme;     // nothing: of no theme that a child can choose
  std::vector<FoundOffering> offerings;  // the soonest first
};

struct FlyerChoice {
  std::vector<FlyerTheme> themes;  // in the order of the vocabulary
  std::size_t found = 0;           // by the query
  std::size_t chosen = 0;
  bool home_known = false;  // travel times could be worked out

  std::size_t left_out() const { return found - chosen; }
};

// What is worth most on it, in the order in which it is chosen: a shorter flyer has the first of these.
struct FlyerRanking {
  struct Ranked {
    FoundOffering found;
    std::optional<Index<Theme>> theme;
  };

  std::vector<Ranked> best_first;
  std::size_t found = 0;  // by the query
  bool home_known = false;

  FlyerChoice first(std::size_t most) const;
};

// Of what the finder finds for this query, asked once.
FlyerRanking rank_for_flyer(Atlas const& atlas, OfferingQuery const& query, Moment moment, std::size_t most);

}  // namespace wegwijzer
