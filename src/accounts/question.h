// SPDX-License-Identifier: EUPL-1.2
// "Is all still right?": asked by mail of who keeps an organisation's offering, answered by one button
// without signing in. The link says yes to that question and opens nothing else.
#pragma once

#include <chrono>

#include "accounts/membership.h"
#include "accounts/secret_hash.h"

namespace wegwijzer::accounts {

struct Question {
  SecretHash token;
  Id<Person> person;
  Place about{};  // an organisation
  Instant asked_at{};
  Instant ends{};
  bool operator==(Question const&) const = default;
};

inline constexpr std::chrono::days question_lasts{60};      // assumption
inline constexpr std::chrono::days asked_again_after{183};  // half a year, as goes_stale_after

}  // namespace wegwijzer::accounts
