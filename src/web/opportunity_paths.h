// SPDX-License-Identifier: EUPL-1.2
// The page that asks whether there is always a next step, and where the map has white spots.
#pragma once

#include "usecases/opportunity/paths.h"
#include "web/opportunity_wish.h"

namespace wegwijzer::web {

Html paths_body(OpportunityQuestion const& asked, OpportunityPaths const& paths);

}  // namespace wegwijzer::web
