// SPDX-License-Identifier: EUPL-1.2
// The mail address that somebody wants instead of the one they have. It is theirs once they have opened the
// link that went there.
#pragma once

#include <chrono>

#include "accounts/person.h"
#include "accounts/secret_hash.h"

namespace wegwijzer::accounts {

struct NewAddress {
  SecretHash token;
  Id<Person> person;
  EmailAddress mail;
  Instant ends;
  bool operator==(NewAddress const&) const = default;
};

inline constexpr std::chrono::minutes new_address_lasts{
    60};  // assumption: a mail server that lets mails wait

}  // namespace wegwijzer::accounts
