// SPDX-License-Identifier: EUPL-1.2
// "Delen en bewaren": what one can do with a page outside the browser. A flyer, a calendar, a part of a
// website, a link and a QR code; none of them tells where somebody lives.
#pragma once

#include <optional>

#include "web/view.h"

namespace wegwijzer::web {

struct Sharing {
  Url page;  // without a home
  std::optional<Url> flyer{};
  std::optional<Url> calendar{};
  std::optional<Url> embedding{};
  Html note{};  // what differs from the page on which it stands
};

Html sharing(View const& view, Sharing const& ways);

// Of a search, told from the neighbourhood.
Html sharing_of_search(View const& view, OfferingQuery const& query);

// "vanaf De Oosterpoort, niet vanaf je huis"; empty when no home is asked for.
Html from_where_shared(View const& view, OfferingQuery const& query);

}  // namespace wegwijzer::web
