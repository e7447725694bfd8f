// SPDX-License-Identifier: EUPL-1.2
// The teachers' way in: what a class can do in school time, what comes into the classroom, and what a child
// that liked it can do afterwards near the school.
#pragma once

#include "opportunity/next_steps.h"
#include "usecases/offering/find.h"

namespace wegwijzer {

struct ClassQuery {
  std::optional<int> group;  // 1 to 8
  std::vector<ThemeCode> themes;
  std::optional<Index<Venue>> school;
  Mode mode = Mode::walk;  // of the class to the place, and of the children afterwards
  Minutes minutes{20};
  std::optional<std::string> ecosystem;
};

struct ForClass {
  std::vector<FoundOffering> lessons;  // in school time, with the travel from the school; the nearest first
  std::vector<FoundOffering> kits;     // lesson kits and things to lend
  std::optional<Reach> from_school;    // nothing when it or its streets are not known
  // What at least half of the pupils reach from their buurt within the minutes, with the travel of the middle
  // one of them; nothing when the school's catchment is not known.
  std::optional<Reach> from_homes;
};

// Ages follow from the group (SchoolGroups).
ForClass find_for_class(Atlas const& atlas, ClassQuery const& query, Moment moment);

// Out of school after this lesson, at most 3: what goes deeper, and something else where that leaves room.
// Near the pupils' homes where the catchment is known, else near the school.
NextSteps after_lesson(Atlas const& atlas, Index<Offering> lesson, ClassQuery const& query,
                       ForClass const& found, Date today);

// The schools whose name has all words of the text, by name, at most `most`; of no words all schools.
std::vector<Index<Venue>> find_schools(Atlas const& atlas, std::string_view text, std::size_t most);

}  // namespace wegwijzer
