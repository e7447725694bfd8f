// SPDX-License-Identifier: EUPL-1.2
// The roles of web/style/colours.css with the colours that an ecosystem brings (docs/decisions/0026). What is
// read stays readable: a colour that does not fit gets darker or lighter, only as far as needed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/ecosystem.h"
#include "tiles/palette.h"

namespace wegwijzer::web {

struct OwnColours {
  std::optional<Colour> main;
  std::optional<Colour> accent;
};

OwnColours own_colours(Ecosystem const& ecosystem);

using Roles = std::vector<std::pair<std::string_view, Colour>>;  // "primary-soft"

// Nothing for a role that does not change.
std::optional<Colour> colour_of(Roles const& roles, std::string_view role);

// The roles that change; none for who brings no colour.
Roles theme_of(OwnColours const& own, tiles::Look look);

// As a style sheet, light and dark; on paper all stays black and white. Empty when nothing changes.
std::string theme_sheet(OwnColours const& own);

}  // namespace wegwijzer::web
