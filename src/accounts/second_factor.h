// SPDX-License-Identifier: EUPL-1.2
// Something that somebody has beside what they know: the codes of an app (TOTP, RFC 6238).
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "accounts/person.h"

namespace wegwijzer::accounts {

struct SecondFactor {
  Id<Person> person;
  std::string sealed;                     // the shared secret, encrypted by the key outside the store
  std::optional<Instant> confirmed_at{};  // nothing: a first code has not been shown yet
  std::int64_t last_step = 0;             // a code counts once: only later steps are taken
  bool operator==(SecondFactor const&) const = default;
};

inline constexpr int recovery_codes = 10;

}  // namespace wegwijzer::accounts
