// SPDX-License-Identifier: EUPL-1.2
// Slows down who guesses. Kept in memory only: where people sign in from is written nowhere.
#pragma once

#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/time.h"

namespace wegwijzer {

// Assumptions: five slips are human; after that each costs twice the time of the one before. For an account,
// whoever tries, never more than a minute, so that nobody can keep somebody else out; for an address up to a
// quarter of an hour.
class Attempts {
 public:
  // Counts one; the time to wait when it may not be made yet (then it is not counted). An attempt counts
  // before it is looked at, so that a hundred at once are a hundred.
  std::optional<std::chrono::seconds> begin(std::string_view account, std::string_view from, Instant now);
  // The account begins anew, and one of the address is taken off: signing in to one's own account does not
  // wipe out what was tried on others.
  void succeeded(std::string_view account, std::string_view from);

 private:
  struct Tried {
    int times = 0;
    Instant last{};
  };

  using Counts = std::unordered_map<std::string, Tried>;

  void forget_old(Instant now);

  std::mutex mutex_;
  Counts accounts_;
  Counts addresses_;
};

}  // namespace wegwijzer
