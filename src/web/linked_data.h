// SPDX-License-Identifier: EUPL-1.2
// What a page is about in the words of schema.org (JSON-LD), for search engines and other programs. What is
// not known is not there; what is made up says so.
#pragma once

#include <optional>

#include "domain/schedule.h"
#include "web/view.h"

namespace wegwijzer::web {

// An Event on the day of `next`; a Course or a Service when nobody said when it is; nothing when it has days
// and none is to come.
std::optional<JsonBlock> linked_data(View const& view, Index<Offering> offering,
                                     std::optional<Occurrence> const& next);
JsonBlock linked_data(View const& view, Index<Organisation> organisation);  // an Organization
JsonBlock linked_data(View const& view, Index<Venue> venue);                // a Place

}  // namespace wegwijzer::web
