// SPDX-License-Identifier: EUPL-1.2
// What was done with the way into an account, and when, for its owner and for who looks into it later. No
// address is in it, and it goes with the account.
#pragma once

#include <array>
#include <chrono>

#include "accounts/person.h"
#include "domain/choice.h"

namespace wegwijzer::accounts {

enum class AccountStep { address_asked, address_withdrawn, address_changed };

struct AccountEvent {
  Id<Person> person;
  Instant at;
  AccountStep step = AccountStep::address_asked;
  bool operator==(AccountEvent const&) const = default;
};

inline constexpr std::chrono::hours events_kept_for{24 * 365};  // assumption: until nobody asks who it was

}  // namespace wegwijzer::accounts

namespace wegwijzer {

template <>
inline constexpr std::array choices<accounts::AccountStep> = {
    std::pair{accounts::AccountStep::address_asked, "address_asked"},
    std::pair{accounts::AccountStep::address_withdrawn, "address_withdrawn"},
    std::pair{accounts::AccountStep::address_changed, "address_changed"}};

}  // namespace wegwijzer
