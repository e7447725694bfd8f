// SPDX-License-Identifier: EUPL-1.2
// The four answers about inequality on two pages, for a council.
#pragma once

#include "print/report.h"
#include "web/inequality_story.h"

namespace wegwijzer::web {

print::Report inequality_text(Story const& story);

}  // namespace wegwijzer::web
