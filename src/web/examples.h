// SPDX-License-Identifier: EUPL-1.2
// A small made-up atlas with an offering in every state that a card can show, for the page of the site's
// style.
#pragma once

#include "web/view.h"

namespace wegwijzer::web {

// With the vocabulary and the map of the view's own atlas; the venues lie in the middle of that map.
Atlas example_atlas(View const& view);

}  // namespace wegwijzer::web
