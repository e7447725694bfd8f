// SPDX-License-Identifier: EUPL-1.2
// The way from paper to a page of ours. Nothing when it is not known where the public finds this site.
#pragma once

#include <optional>

#include "print/house_style.h"
#include "web/view.h"

namespace wegwijzer::web {

// What is written can be typed: the question is in the link and in the code only.
std::optional<print::WayTo> way_to(View const& view, Url const& page);

}  // namespace wegwijzer::web
