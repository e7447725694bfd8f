// SPDX-License-Identifier: EUPL-1.2
// "Is dit iets voor mij?": the first time, who is there, the way, help with costs, and safety as the provider
// states it. What nobody said is named once, with whom to ask.
#pragma once

#include "web/view.h"

namespace wegwijzer::web {

Html is_it_for_me(View const& view, Index<Offering> offering, OfferingQuery const& query);

// What the provider says about safety, in its own name: we vouch for nobody.
Html safety_statement(View const& view, Organisation const& organisation);

}  // namespace wegwijzer::web
