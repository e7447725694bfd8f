// SPDX-License-Identifier: EUPL-1.2
// A token bucket per client (an IPv4 address, the /64 of an IPv6 one): who asks too much in too short a time
// waits.
#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <optional>
#include <unordered_map>

#include "http/address.h"

namespace wegwijzer::http {

using SteadyTime = std::chrono::steady_clock::time_point;

// Generous on purpose, assumption: thirty children who open a page with ten files at once behind the one
// address of their school are 330 requests.
struct RateLimit {
  double burst = 600;
  double per_second = 60;
  std::size_t most_clients = 65'536;  // about 6 MB; above it newcomers share one bucket
};

class RateLimiter {
 public:
  explicit RateLimiter(RateLimit limit) : limit_(limit), newcomers_{limit.burst, {}} {}

  // Counts one request. Nothing: go on; otherwise the whole seconds (at least 1) until the next one is
  // welcome. Safe from any thread; `now` does not run backwards by more than threads overtake each other.
  std::optional<std::chrono::seconds> refused(Address client, SteadyTime now);
  std::size_t clients() const;

 private:
  struct Bucket {
    double tokens;
    SteadyTime filled;
  };

  double filled(Bucket const& bucket, SteadyTime now) const;
  Bucket& bucket_of(Address client, SteadyTime now);
  void forget_the_rested(SteadyTime now);

  RateLimit limit_;
  mutable std::mutex mutex_;
  std::unordered_map<Address, Bucket> buckets_;
  Bucket newcomers_;
  SteadyTime swept_{};
};

}  // namespace wegwijzer::http
