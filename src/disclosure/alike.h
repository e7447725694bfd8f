// SPDX-License-Identifier: EUPL-1.2
// Whether what is shown of a table leaves open what it must leave open, also for somebody who knows this
// method and reckons with all that is shown.
//
// Such a reader cannot tell apart two tables that are shown alike. For every withheld cell we therefore look
// for tables of whole children that are shown exactly alike, one with at least the minimum in that cell and
// one with at least the minimum fewer, and reckon for each that it is indeed shown so. Only a cell of which
// all that is shown already proves that it has the minimum may go without: it is withheld for another's sake.
// The answer depends on nothing but what is shown, so it gives nothing away itself.
#pragma once

#include "disclosure/pattern.h"

namespace wegwijzer::disclosure {

// False as well when it takes more work than the rules allow.
bool leaves_enough_open(Cells const& cells, Pattern const& pattern, Rules const& rules);

}  // namespace wegwijzer::disclosure
