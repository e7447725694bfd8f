// SPDX-License-Identifier: EUPL-1.2
// Who works at a place and who was asked to, for whoever says who does.
#pragma once

#include "accounts/policy.h"
#include "usecases/account/sign_in.h"

namespace wegwijzer {

struct Colleague {
  accounts::Person person;
  std::vector<accounts::Membership> roles;  // at this place
  bool has_second_factor = false;
  bool may_be_reset = false;       // the second factor, by who looks
  bool may_be_signed_out = false;  // everywhere, by who looks
};

struct Colleagues {
  std::vector<Colleague> people;                  // by name
  std::vector<accounts::Invitation> invitations;  // that still stand, oldest first
};

// Fails with "account.may_not".
Result<Colleagues> see_colleagues(Accounts& accounts, accounts::Asker const& asker,
                                  accounts::Place const& place, Instant now);

// What follows is done to others by who has signed in; to oneself it fails with "account.may_not": one's own
// second factor is not put off without showing it, and one's own role is left on the page of one's own.

// Takes a role from somebody, ends all their sign-ins and tells them by mail; `about` names the role there.
// Fails with "account.may_not", "account.missing" and "account.last_owner_there".
Done take_role(AccountWorld const& world, Visit const& by, accounts::Membership const& membership,
               std::string const& about);

// Fails with "account.invitation_over", also for what is at another place, and with "account.may_not".
Done withdraw_invitation(AccountWorld const& world, Visit const& by, accounts::Place const& place,
                         Id<accounts::Invitation> invitation);

// Signs somebody out everywhere and tells them by mail. Fails with "account.may_not" and "account.missing".
Done end_all_sign_ins(AccountWorld const& world, Visit const& by, Id<accounts::Person> person);

// Takes off the second factor of who lost it. Fails as the former does.
Done reset_factor_of(AccountWorld const& world, Visit const& by, Id<accounts::Person> person);

}  // namespace wegwijzer
