// SPDX-License-Identifier: EUPL-1.2
// The look that an ecosystem brings (docs/decisions/0026), on the pages that are its own; a site of one
// ecosystem has it on all pages.
#pragma once

#include <optional>

#include "tiles/palette.h"
#include "web/view.h"

namespace wegwijzer::web {

// Nothing: the page looks as everywhere.
Ecosystem const* look_of(View const& view, std::optional<Index<Ecosystem>> of_page);

// The colour of its dots on a map, when it has one of its own.
std::optional<Colour> own_dot(Ecosystem const* look, tiles::Look shown);

// Its colours, to stand behind the style sheet of the site.
Html own_style(Ecosystem const* look);

// Beside the sign of the site, with the way to its home.
Html own_logo(View const& view, Ecosystem const* look);

}  // namespace wegwijzer::web
