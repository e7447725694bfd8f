// SPDX-License-Identifier: EUPL-1.2
// What somebody keeps of their own account: name, password, roles, all that is known of them, and erasing it.
#pragma once

#include "usecases/account/attempts.h"
#include "usecases/account/sign_in.h"
#include "usecases/contact/own_contacts.h"

namespace wegwijzer {

// Fails with "account.name_invalid" or "account.language_unknown".
Done rename_person(AccountWorld const& world, accounts::Person person, std::string_view name,
                   std::string_view language);

// So short after reading the mail that no password is asked.
bool is_fresh(accounts::SignIn const& sign_in, Instant now);

// Shown before what matters: a sign-in that is fresh from a mail, or else the password.
struct Proof {
  std::optional<std::string> hash{};  // that the password was compared with; nothing: the mail stands for it
};

// Fails with "account.wrong_old_password", "account.wait", "account.busy" and "account.sign_in_again": there
// is no password and the mail was read too long ago. It reads only, so that nobody waits for the store while
// it reckons.
Result<Proof> prove(Accounts& accounts, Secrets& secrets, Attempts& attempts, Visit const& visit,
                    std::string_view password, From const& from, Instant now);

// Fails with "account.wrong_old_password" when the password was changed since.
Done still_proven(Accounts& accounts, Id<accounts::Person> person, Proof const& proof);

struct NewPassword {
  Proof proof;
  std::string hash;
};

// Fails as prove() does and with "account.password_…".
Result<NewPassword> prepare_password(Accounts& accounts, Secrets& secrets, Attempts& attempts,
                                     Visit const& visit, std::string_view old, std::string_view wanted,
                                     From const& from, Instant now);

// Ends all other sign-ins and tells by mail. Fails with "account.wrong_old_password" when the old one was
// changed since.
Done keep_password(AccountWorld const& world, Visit const& visit, NewPassword const& wanted);

// An organisation or ecosystem has an owner and the program an operator: of the last one nothing is taken.
bool is_last_owner(Accounts& accounts, accounts::Membership const& membership);

// Gives up a role. The last owner of an organisation or ecosystem and the last operator stay: fails with
// "account.last_owner".
Done leave(AccountWorld const& world, accounts::Membership const& membership);

// All that is kept about somebody, as JSON; no secrets. `contacts`: what contact lists say of their address.
std::string own_data(Accounts& accounts, accounts::Person const& person,
                     std::vector<OwnContact> const& contacts);

// With what contact lists say of the address. Fails with "account.last_owner", and with
// "account.wrong_old_password" when the password was changed since.
Done erase_person(AccountWorld const& world, accounts::Person const& person, Proof const& proof);

}  // namespace wegwijzer
