// SPDX-License-Identifier: EUPL-1.2
// Somebody who may asks somebody else to take up a role, by mail; who gets the mail says yes with a button.
#pragma once

#include "accounts/policy.h"
#include "usecases/account/sign_in.h"

namespace wegwijzer {

struct InvitationWish {
  accounts::EmailAddress mail;
  accounts::Role role = accounts::Role::guide;
  accounts::Place place{};
  std::string language = "nl";
  std::string about{};                       // the name of the place, for the mail
  std::optional<Id<accounts::Person>> by{};  // nothing: the operator, by the command line
};

// Fails with Fault::forbidden, "account.may_not", "account.wrong_place", and "account.invited_too_many" when
// `by` sent as many as one may in a day. Whoever calls has seen that the
// organisation is of the ecosystem.
Done invite(AccountWorld const& world, accounts::Asker const& asker, InvitationWish const& wish);

// Whether it can be accepted: in time, and whoever sent it may still invite for it.
bool stands(Accounts& accounts, accounts::Invitation const& invitation, Instant now);

// For the page that shows the button; fails with "account.invitation_over".
Result<accounts::Invitation> show_invitation(Accounts& accounts, Secrets& secrets, std::string_view token,
                                             Instant now);

bool is_whole_visit_of(std::optional<Visit> const& visit, Id<accounts::Person> person);

// Uses the invitation up. The mail shows that the address is theirs, so who has no account yet gets one; who
// has one has signed in to it, or this fails with "account.sign_in_first". All other sign-ins of the person
// end: they were made for fewer roles, and perhaps without a second factor.
Result<CameIn> accept_invitation(AccountWorld const& world, std::string_view token, std::string_view name,
                                 std::string_view device, std::optional<Visit> const& visit = {});

}  // namespace wegwijzer
