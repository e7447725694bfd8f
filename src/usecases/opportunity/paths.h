// SPDX-License-Identifier: EUPL-1.2
// Is there always a next step? Of the children of one kind in an area: by subject, stage and age, and in the
// areas within it.
#pragma once

#include "usecases/opportunity/overview.h"

namespace wegwijzer {

struct EndsOfAge {
  int age = 0;
  Ends ends;
};

struct EndsOfArea {
  Index<Area> area;
  Ends ends;
};

struct OpportunityPaths {
  Experience here;
  std::vector<EndsOfAge> ages;    // those that the wish leaves open
  std::vector<EndsOfArea> areas;  // the smallest within this one; where one goes deeper least first, and
                                  // those where nothing is open last; not the hardly lived in
  bool left_out = false;          // some are hardly lived in
};

// Nothing when nobody lives there.
std::optional<OpportunityPaths> opportunity_paths(Opportunities const& opportunities, Index<Area> area,
                                                  ChildWish const& wish);

// Of those who have something at all, the share that always has a next step.
double share_always(Ends const& ends);

// Of the activities that are open, the share from which one can go deeper.
double share_deeper(Ends const& ends);

// A row for the whole, and for each subject, stage, age and area.
std::string paths_table(Atlas const& atlas, Index<Area> area, OpportunityPaths const& paths);

}  // namespace wegwijzer
