// SPDX-License-Identifier: EUPL-1.2
// The choices above the results: those that are made, to take back, and those still to make, with what each
// would show.
#pragma once

#include "web/view.h"

namespace wegwijzer::web {

// `list` is the address of the list, without a query of the finder.
Html choices_to_make(View const& view, Url const& list, OfferingQuery const& query, Facets const& counts);

}  // namespace wegwijzer::web
