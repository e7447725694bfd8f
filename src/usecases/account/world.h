// SPDX-License-Identifier: EUPL-1.2
// What every use case about accounts needs: the changes it makes, its secrets and the time.
#pragma once

#include "ports/accounts.h"
#include "ports/secrets.h"

namespace wegwijzer {

// One transaction; whoever opened it commits.
struct AccountWorld {
  KeptAccounts& accounts;
  Secrets& secrets;
  Instant now;
};

// A sign-in, and the secret that its browser keeps. The secret is shown nowhere else.
struct CameIn {
  accounts::SignIn sign_in;
  std::string token;
};

// Makes a new sign-in, whatever the browser had before: nobody can put a sign-in of theirs into somebody
// else's browser. Its stage follows from the roles and the second factor of the person.
CameIn come_in(AccountWorld const& world, accounts::Person const& person, accounts::Way way,
               std::string_view device);

// Wherever the person is signed in, but for this one. An address that was asked for in another one is over
// too.
void end_others(AccountWorld const& world, accounts::SignIn const& but);

// Wherever the person is signed in.
void end_all(AccountWorld const& world, Id<accounts::Person> person);

bool needs_second_factor(Accounts& accounts, Id<accounts::Person> person, accounts::Way way);

void write_mail(AccountWorld const& world, accounts::Person const& to, accounts::MailKind kind,
                std::string_view token = {}, std::string const& about = {});

}  // namespace wegwijzer
