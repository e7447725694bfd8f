// SPDX-License-Identifier: EUPL-1.2
// Coming in by a mail or a password and going out again.
#pragma once

#include "accounts/policy.h"
#include "usecases/account/attempts.h"
#include "usecases/account/world.h"

namespace wegwijzer {

// Writes a mail when somebody has that address; says nothing about whether, also not by the time that it
// takes.
void ask_for_link(AccountWorld const& world, accounts::EmailAddress const& mail);

// Whose account the link opens, for the page that shows the button; fails with "account.link_over".
Result<accounts::Person> show_link(Accounts& accounts, Secrets& secrets, std::string_view token, Instant now);

// Uses the link up. Fails with "account.link_over".
Result<CameIn> use_link(AccountWorld const& world, std::string_view token, std::string_view device);

// Fails with "account.wait" when too much was tried.
Done may_try(Attempts& attempts, Attempt what, std::string_view account, From const& from, Instant now);
// The failure of who gets no turn to have a password reckoned; it is no slip.
tl::unexpected<Error> busy(Attempts& attempts, std::string_view account, From const& from);

// A password that was right, and the hash that it was compared with: whoever comes in by it does so while
// that is still the one.
struct Checked {
  accounts::Person person;
  std::string hash;
};

// Whether the password is that of the address; takes as long for an address that nobody has. Fails with
// "account.wrong_password", and with "account.wait" when too many were wrong or "account.busy" when too many
// come at once: then nothing was looked at. It
// reads only, so that nobody waits for the store while it reckons.
Result<Checked> check_sign_in(Accounts& accounts, Secrets& secrets, Attempts& attempts,
                              accounts::EmailAddress const& mail, std::string_view password, From const& from,
                              Instant now);

// Fails with "account.wrong_password" when it was changed since it was checked.
Result<CameIn> come_in_by_password(AccountWorld const& world, Checked const& checked,
                                   std::string_view device);

// Who comes with the secret of a browser; nothing when it ended. `seen` is then to be kept when it says so.
struct Visit {
  accounts::SignIn sign_in;
  accounts::Person person;
  std::vector<accounts::Membership> memberships;
};

// Only who has come in whole may do what the roles say.
accounts::Asker asker_of(Visit const& visit);

std::optional<Visit> visit_of(Accounts& accounts, Secrets& secrets, std::string_view token, Instant now);
// The same as it is now, read inside the transaction that changes; nothing when it was ended or replaced
// since, or the person was erased.
std::optional<Visit> still(AccountWorld const& world, std::optional<Visit> const& seen);
bool to_be_marked(accounts::SignIn const& sign_in, Instant now);
void mark_seen(AccountWorld const& world, accounts::SignIn const& sign_in);

// Ends one of the person's own sign-ins; fails with "account.missing".
Done end_sign_in(AccountWorld const& world, Id<accounts::Person> person, Id<accounts::SignIn> sign_in);

}  // namespace wegwijzer
