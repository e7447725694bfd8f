// SPDX-License-Identifier: EUPL-1.2
// Slows down who guesses. Kept in memory only: where people sign in from is written nowhere.
#pragma once

#include <array>
#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/time.h"
#include "usecases/account/turns.h"

namespace wegwijzer {

// What is tried; each is counted apart, so that who guesses passwords shuts nobody out from a link by mail.
// `talk`: something for others is written, and mailed.
enum class Attempt { link, password, code, talk };

// Where a visitor comes from, as bytes: what one household or school holds, and the wider network that one
// customer of a provider can hold; the wider is empty where there is none.
struct From {
  std::string near;
  std::string wide{};
};

// Assumptions: five slips are human; after that each costs twice the time of the one before. For an account,
// whoever tries, a password costs never more than a minute, so that nobody can keep somebody else out. A code
// is tried only by who has got past a password or a mail: there it grows to an hour. For an address it grows
// to a quarter of an hour.
class Attempts {
 public:
  // `workers` answer requests: some of them stay free of reckoning passwords.
  explicit Attempts(std::size_t workers = 4) : turns_(workers) {}

  // Counts one; the time to wait when it may not be made yet (then it is not counted). An attempt counts
  // before it is looked at, so that a hundred at once are a hundred.
  std::optional<std::chrono::seconds> begin(Attempt what, std::string_view account, From const& from,
                                            Instant now);
  // The account begins anew, and one of the address is taken off: signing in to one's own account does not
  // wipe out what was tried on others.
  void succeeded(Attempt what, std::string_view account, From const& from);
  // It was not looked at.
  void not_made(Attempt what, std::string_view account, From const& from);
  // How often in a row.
  int times(Attempt what, std::string_view account) const;

  Turns& turns() { return turns_; }

 private:
  struct Tried {
    int times = 0;
    Instant last{};
  };

  using Counts = std::unordered_map<std::string, Tried>;

  struct Counted {
    Counts accounts;
    Counts near;
    Counts wide;
  };

  Counted& counted(Attempt what) { return counted_[static_cast<std::size_t>(what)]; }

  void take_off_one(Attempt what, From const& from);
  void forget_old(Counted& counted, Instant now) const;

  mutable std::mutex mutex_;
  std::array<Counted, 4> counted_;
  Turns turns_;
};

}  // namespace wegwijzer
