// SPDX-License-Identifier: EUPL-1.2
// Somebody who signs in: an adult who works in a network. A child is never one.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "accounts/email_address.h"
#include "base/id.h"
#include "base/time.h"

namespace wegwijzer::accounts {

struct Person {
  Id<Person> id;
  EmailAddress mail;
  std::string name;
  std::string language;  // "nl"; in which mails are written
  Instant made_at;
  bool operator==(Person const&) const = default;
};

inline constexpr std::size_t longest_name = 80;  // letters

// As it was typed, trimmed. Fails with "account.name_invalid" when it is empty, too long or holds a control
// sign.
Result<std::string> person_name(std::string_view typed);

}  // namespace wegwijzer::accounts
