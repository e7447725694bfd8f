// SPDX-License-Identifier: EUPL-1.2
// The form of an offering as a page shows it: what a child needs to know first, the rest folded.
#pragma once

#include "domain/venue.h"
#include "web/form_fields.h"

namespace wegwijzer::web {

// `venues`: those to choose from, in this order. `all_open`: the rest is not folded.
Html offering_fields(FormView const& form, std::vector<Venue> const& venues, bool all_open);

}  // namespace wegwijzer::web
