// SPDX-License-Identifier: EUPL-1.2
#include "usecases/account/attempts.h"

#include <algorithm>

namespace wegwijzer {

namespace {

using std::chrono::seconds;

constexpr int free_of_account = 5, free_of_address = 20;  // a school has one address
constexpr seconds longest_of_account{60}, longest_of_address{15 * 60}, forgotten_after{60 * 60};
constexpr std::size_t most_kept = 100'000;

seconds pause(int times, int free, seconds longest) {
  if (times < free) return seconds(0);
  return std::min(longest, seconds(1LL << std::min(times - free, 20)));
}

template <class Counts>
seconds still_to_wait(Counts const& counts, std::string const& key, int free, seconds longest, Instant now) {
  auto const found = counts.find(key);
  if (found == counts.end()) return seconds(0);
  auto const until = found->second.last + pause(found->second.times, free, longest);
  return std::chrono::ceil<seconds>(until - now);
}

template <class Counts>
void count(Counts& counts, std::string const& key, Instant now) {
  auto& tried = counts[key];
  if (now - tried.last > forgotten_after) tried.times = 0;
  ++tried.times, tried.last = now;
}

}  // namespace

std::optional<seconds> Attempts::begin(std::string_view account, std::string_view from, Instant now) {
  std::scoped_lock const lock(mutex_);
  forget_old(now);
  std::string const of_account(account), of_address(from);
  auto const wait = std::max(still_to_wait(accounts_, of_account, free_of_account, longest_of_account, now),
                             still_to_wait(addresses_, of_address, free_of_address, longest_of_address, now));
  if (wait > seconds(0)) return wait;
  count(accounts_, of_account, now);
  count(addresses_, of_address, now);
  return std::nullopt;
}

void Attempts::succeeded(std::string_view account, std::string_view from) {
  std::scoped_lock const lock(mutex_);
  accounts_.erase(std::string(account));
  if (auto const found = addresses_.find(std::string(from)); found != addresses_.end()) {
    found->second.times = std::max(0, found->second.times - 1);
  }
}

// Looked at only when there are many: then what is old goes, and under attack all.
void Attempts::forget_old(Instant now) {
  for (auto* const counts : {&accounts_, &addresses_}) {
    if (counts->size() < most_kept) continue;
    std::erase_if(*counts, [&](auto const& one) { return now - one.second.last > forgotten_after; });
    if (counts->size() >= most_kept) counts->clear();
  }
}

}  // namespace wegwijzer
