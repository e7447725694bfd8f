// SPDX-License-Identifier: EUPL-1.2
// What somebody keeps of their own account: name, password, roles, all that is known of them, and erasing it.
#pragma once

#include "usecases/account/attempts.h"
#include "usecases/account/sign_in.h"

namespace wegwijzer {

// Fails with "account.name_invalid" or "account.language_unknown".
Done rename_person(AccountWorld const& world, accounts::Person person, std::string_view name,
                   std::string_view language);

// The old password is asked unless there is none or the sign-in is fresh from a mail. Ends all other sign-ins
// and tells by mail. Fails with "account.wrong_password", "account.wait", "account.sign_in_again" and
// "account.password_…".
Done set_password(AccountWorld const& world, Attempts& attempts, Visit const& visit, std::string_view old,
                  std::string_view wanted, std::string_view from);

// Gives up a role. The last owner of an organisation or ecosystem and the last operator stay: fails with
// "account.last_owner".
Done leave(AccountWorld const& world, accounts::Membership const& membership);

// All that is kept about somebody, as JSON; no secrets.
std::string own_data(Accounts& accounts, accounts::Person const& person);

// Fails with "account.last_owner".
Done erase_person(AccountWorld const& world, accounts::Person const& person);

}  // namespace wegwijzer
