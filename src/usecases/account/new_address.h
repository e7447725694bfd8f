// SPDX-License-Identifier: EUPL-1.2
// Another mail address for one's account: asked for with proof of who it is, and taken by who reads the mail
// that went there and has the account open.
#pragma once

#include "usecases/account/own.h"

namespace wegwijzer {

// Counts a mail to the address as those with a link are counted, and one of the person. Fails with
// "account.wait".
Done may_ask_new_address(Attempts& attempts, Id<accounts::Person> person,
                         accounts::EmailAddress const& wanted, From const& from, Instant now);

// Writes to the new address and tells the old one. Takes the place of what was asked before. Says nothing
// about whether somebody has the new address already: then the mail there is another one. Fails with
// "account.same_address", and with "account.wrong_old_password" when the password was changed since.
Done ask_new_address(AccountWorld const& world, Visit const& visit, accounts::EmailAddress const& wanted,
                     Proof const& proof);

// For the page that shows the button; fails with "account.address_over".
Result<accounts::NewAddress> show_new_address(Accounts& accounts, Secrets& secrets, std::string_view token,
                                              Instant now);

// From now on the person has that address. All other sign-ins end, and so do links, questions and invitations
// that went to the old address, which is told. Fails with "account.address_over", with
// "account.address_not_yours" when another person asked, and with "account.address_taken" when somebody else
// has it by now.
Done take_new_address(AccountWorld const& world, Visit const& visit, std::string_view token);

// Fails with "account.missing" when none was asked for.
Done withdraw_new_address(AccountWorld const& world, Visit const& visit);

}  // namespace wegwijzer
