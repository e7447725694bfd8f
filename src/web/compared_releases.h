// SPDX-License-Identifier: EUPL-1.2
// Two releases of a place side by side, in words and tables.
#pragma once

#include "usecases/release/compare.h"
#include "web/view.h"

namespace wegwijzer::web {

Html compared_releases_body(View const& view, ComparedReleases const& compared, Url const& table);

}  // namespace wegwijzer::web
