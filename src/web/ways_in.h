// SPDX-License-Identifier: EUPL-1.2
// Ways into the site without filling in a form.
#pragma once

#include "web/view.h"

namespace wegwijzer::web {

// A child, a teacher, or somebody who offers something.
Html ways_in(View const& view);
// What a child can like.
Html theme_tiles(View const& view);

}  // namespace wegwijzer::web
