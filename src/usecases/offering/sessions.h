// SPDX-License-Identifier: EUPL-1.2
// When all that the finder finds takes place in the coming weeks: what a calendar subscribes to. Holidays and
// closed days are left out, and so is what nobody can join any more.
#pragma once

#include <vector>

#include "usecases/offering/find.h"

namespace wegwijzer {

struct OfferingSessions {
  Index<Offering> offering;
  std::vector<Occurrence> occurrences;
};

struct ComingSessions {
  std::vector<OfferingSessions> offerings;  // those with a session, in the finder's order
  std::size_t found = 0;                    // sessions in these weeks
  std::size_t shown = 0;                    // of them: the soonest, at most as many as were asked for
};

ComingSessions coming_sessions(Atlas const& atlas, OfferingQuery const& query, Moment moment,
                               std::chrono::days ahead, std::size_t most);

}  // namespace wegwijzer
