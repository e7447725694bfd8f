// SPDX-License-Identifier: EUPL-1.2
// Mails to who keeps an organisation's offering.
#pragma once

#include "usecases/account/world.h"

namespace wegwijzer {

// Owners and editors of the organisation, each once.
std::vector<accounts::Person> keepers_of(Accounts& accounts, accounts::Place const& organisation);

// That somebody proposed a next step which waits for their yes; `about` names the two offerings.
Done tell_of_proposal(AccountWorld const& world, accounts::Place const& organisation,
                      std::string const& about);

}  // namespace wegwijzer
