// SPDX-License-Identifier: EUPL-1.2
// Pieces of pages about accounts at other organisations: buttons to come in by one, and one's own.
#pragma once

#include "web/desk.h"
#include "web/html.h"

namespace wegwijzer::web {

std::string name_in(Language const& language, ProviderName const& name);

// A button for each organisation whose accounts may be used; nothing when there is none.
Html elsewhere_buttons(View const& view, Desk const& desk, std::string const& next);

// A path that says at which organisations who came in from there may sign out too; nothing when at none.
std::string path_after_sign_out(Desk const& desk);

// Those that somebody linked, and buttons to link more.
Html own_accounts_elsewhere(View const& view, Desk const& desk, Accounts& accounts);

// As the person calls it who linked it; its address when it is no longer among the organisations.
std::string name_of_issuer(Desk const& desk, Language const& language, std::string const& issuer);

}  // namespace wegwijzer::web
