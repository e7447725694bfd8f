// SPDX-License-Identifier: EUPL-1.2
#include "usecases/account/attempts.h"

#include <algorithm>

namespace wegwijzer {

namespace {

using std::chrono::seconds;

// So many are free; then each costs twice the time of the one before, up to the longest.
struct Slowing {
  int free;
  seconds longest;
  seconds forgotten_after;
};

constexpr seconds an_hour{60 * 60}, a_quarter{15 * 60};
constexpr Slowing of_near{20, a_quarter, an_hour};   // a school has one address
constexpr Slowing of_wide{100, a_quarter, an_hour};  // and a hoster's customer 65,536 networks
constexpr std::size_t most_kept = 100'000;

// Of an account, whoever tries.
Slowing of_account(Attempt what) {
  switch (what) {
    case Attempt::link:
      return {5, a_quarter, an_hour};  // who is kept waiting has those in the letter box already
    case Attempt::password:
      return {5, seconds(60), an_hour};
    case Attempt::talk:
      return {10, a_quarter, an_hour};  // so many in an hour is busy, more is a flood
    case Attempt::code:
      break;
  }
  return {5, an_hour, 24 * an_hour};
}

seconds pause(int times, Slowing const& slowing) {
  if (times < slowing.free) return seconds(0);
  return std::min(slowing.longest, seconds(1LL << std::min(times - slowing.free, 20)));
}

template <class Counts>
seconds still_to_wait(Counts const& counts, std::string const& key, Slowing const& slowing, Instant now) {
  auto const found = counts.find(key);
  if (key.empty() || found == counts.end()) return seconds(0);
  return std::chrono::ceil<seconds>(found->second.last + pause(found->second.times, slowing) - now);
}

template <class Counts>
void count(Counts& counts, std::string const& key, Slowing const& slowing, Instant now) {
  if (key.empty()) return;
  auto& tried = counts[key];
  if (now - tried.last > slowing.forgotten_after) tried.times = 0;
  ++tried.times, tried.last = now;
}

template <class Counts>
void take_off(Counts& counts, std::string const& key) {
  auto const found = counts.find(key);
  if (found != counts.end()) found->second.times = std::max(0, found->second.times - 1);
}

}  // namespace

std::optional<seconds> Attempts::begin(Attempt what, std::string_view account, From const& from,
                                       Instant now) {
  std::scoped_lock const lock(mutex_);
  auto& [accounts, near, wide] = counted(what);
  forget_old(counted(what), now);
  std::string const whose(account);
  auto const slowing = of_account(what);
  auto const wait =
      std::max({still_to_wait(accounts, whose, slowing, now), still_to_wait(near, from.near, of_near, now),
                still_to_wait(wide, from.wide, of_wide, now)});
  if (wait > seconds(0)) return wait;
  count(accounts, whose, slowing, now);
  count(near, from.near, of_near, now);
  count(wide, from.wide, of_wide, now);
  return std::nullopt;
}

void Attempts::take_off_one(Attempt what, From const& from) {
  take_off(counted(what).near, from.near);
  take_off(counted(what).wide, from.wide);
}

void Attempts::succeeded(Attempt what, std::string_view account, From const& from) {
  std::scoped_lock const lock(mutex_);
  counted(what).accounts.erase(std::string(account));
  take_off_one(what, from);
}

void Attempts::not_made(Attempt what, std::string_view account, From const& from) {
  std::scoped_lock const lock(mutex_);
  take_off(counted(what).accounts, std::string(account));
  take_off_one(what, from);
}

int Attempts::times(Attempt what, std::string_view account) const {
  std::scoped_lock const lock(mutex_);
  auto const& accounts = counted_[static_cast<std::size_t>(what)].accounts;
  auto const found = accounts.find(std::string(account));
  return found == accounts.end() ? 0 : found->second.times;
}

// Looked at only when there are many: then what is old goes, and under attack all.
void Attempts::forget_old(Counted& counted, Instant now) const {
  for (auto* const counts : {&counted.accounts, &counted.near, &counted.wide}) {
    if (counts->size() < most_kept) continue;
    std::erase_if(*counts, [&](auto const& one) { return now - one.second.last > 24 * an_hour; });
    if (counts->size() >= most_kept) counts->clear();
  }
}

}  // namespace wegwijzer
