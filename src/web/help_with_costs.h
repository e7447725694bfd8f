// SPDX-License-Identifier: EUPL-1.2
// "Is het te duur?": a short path to who can pay, in steps that open without script.
#pragma once

#include "web/view.h"

namespace wegwijzer::web {

// Nothing for what is free, or costs nobody knows what.
Html help_with_costs(View const& view, Index<Offering> offering);

}  // namespace wegwijzer::web
