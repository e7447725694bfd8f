// SPDX-License-Identifier: EUPL-1.2
// Who somebody is at another organisation: a municipality or a school board whose accounts may be used here.
#pragma once

#include <string>

#include "accounts/person.h"

namespace wegwijzer::accounts {

// An issuer never gives a subject to somebody else (OpenID Connect Core, 2). A mail address may move on to a
// colleague, so it is not asked for.
struct AccountElsewhere {
  std::string issuer;
  std::string subject;
  bool operator==(AccountElsewhere const&) const = default;
};

// A way into the account of a person, that this person made.
struct LinkedAccount {
  AccountElsewhere account;
  Id<Person> person;
  Instant linked_at;
  bool operator==(LinkedAccount const&) const = default;
};

}  // namespace wegwijzer::accounts
