// SPDX-License-Identifier: EUPL-1.2
#include "http/rate_limit.h"

#include <algorithm>
#include <cmath>

namespace wegwijzer::http {

std::optional<std::chrono::seconds> RateLimiter::refused(Address client, SteadyTime now) {
  std::lock_guard const lock(mutex_);
  auto& bucket = bucket_of(client.neighbourhood(), now);
  bucket = {filled(bucket, now), std::max(now, bucket.filled)};
  if (bucket.tokens < 1) {
    auto const wait = std::ceil((1 - bucket.tokens) / limit_.per_second);
    return std::chrono::seconds(std::max(1L, std::lround(wait)));
  }
  bucket.tokens -= 1;
  return std::nullopt;
}

std::size_t RateLimiter::clients() const {
  std::lock_guard const lock(mutex_);
  return buckets_.size();
}

double RateLimiter::filled(Bucket const& bucket, SteadyTime now) const {
  std::chrono::duration<double> const rest = std::max(now, bucket.filled) - bucket.filled;
  return std::min(limit_.burst, bucket.tokens + rest.count() * limit_.per_second);
}

RateLimiter::Bucket& RateLimiter::bucket_of(Address client, SteadyTime now) {
  if (auto const found = buckets_.find(client); found != buckets_.end()) return found->second;
  if (buckets_.size() >= limit_.most_clients) forget_the_rested(now);
  if (buckets_.size() >= limit_.most_clients) return newcomers_;
  return buckets_.emplace(client, Bucket{limit_.burst, now}).first->second;
}

// A full bucket says nothing that a new one would not. At most once a second, since it walks over all of
// them.
void RateLimiter::forget_the_rested(SteadyTime now) {
  if (now - swept_ < std::chrono::seconds(1)) return;
  swept_ = now;
  std::erase_if(buckets_, [&](auto const& entry) { return filled(entry.second, now) >= limit_.burst; });
}

}  // namespace wegwijzer::http
