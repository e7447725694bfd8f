// SPDX-License-Identifier: EUPL-1.2
// What the store knows of a secret that somebody carries: a keyed hash, of no use without the key that lies
// outside.
#pragma once

#include <compare>
#include <string>

namespace wegwijzer::accounts {

struct SecretHash {
  std::string text;  // hexadecimal
  auto operator<=>(SecretHash const&) const = default;
};

}  // namespace wegwijzer::accounts
