// SPDX-License-Identifier: EUPL-1.2
// What a new password must be: long, and none of those that everybody tries first (NIST SP 800-63B, 5.1.1.2:
// no rules about signs).
#pragma once

#include <cstddef>
#include <string_view>

#include "base/result.h"

namespace wegwijzer::accounts {

inline constexpr std::size_t shortest_password = 12, longest_password = 128;  // letters

// Fails with "account.password_short", "account.password_long" or "account.password_common". `mail` and
// `name` are what others know of the person.
Done check_password(std::string_view typed, std::string_view mail, std::string_view name);

}  // namespace wegwijzer::accounts
