// SPDX-License-Identifier: EUPL-1.2
#include "http/rate_limit.h"

#include <gtest/gtest.h>

#include <string>

namespace wegwijzer::http {

using namespace std::chrono_literals;

namespace {

SteadyTime const start{1h};

Address at(std::string const& text) {
  return *Address::parse(text);
}

int accepted(RateLimiter& limiter, Address client, int requests, SteadyTime now) {
  int count = 0;
  for (int i = 0; i < requests; ++i) count += !limiter.refused(client, now);
  return count;
}

}  // namespace

TEST(RateLimiter, lets_a_burst_through_and_then_a_steady_stream) {
  RateLimiter limiter({.burst = 10, .per_second = 2});
  EXPECT_EQ(accepted(limiter, at("192.0.2.1"), 20, start), 10);
  EXPECT_EQ(accepted(limiter, at("192.0.2.1"), 20, start + 3s), 6);  // 3 s at 2 a second
  EXPECT_EQ(accepted(limiter, at("192.0.2.1"), 20, start + 1h), 10);
}

TEST(RateLimiter, says_how_long_to_wait) {
  RateLimiter limiter({.burst = 1, .per_second = 0.1});
  EXPECT_EQ(limiter.refused(at("192.0.2.1"), start), std::nullopt);
  EXPECT_EQ(limiter.refused(at("192.0.2.1"), start), 10s);
  EXPECT_EQ(limiter.refused(at("192.0.2.1"), start + 5s), 5s);
}

TEST(RateLimiter, counts_each_client_apart) {
  RateLimiter limiter({.burst = 1, .per_second = 1});
  EXPECT_EQ(limiter.refused(at("192.0.2.1"), start), std::nullopt);
  EXPECT_EQ(limiter.refused(at("192.0.2.2"), start), std::nullopt);
  EXPECT_EQ(limiter.refused(at("2001:db8::1"), start), std::nullopt);
  EXPECT_NE(limiter.refused(at("2001:db8::2"), start), std::nullopt);  // the same /64
}

TEST(RateLimiter, lets_a_class_of_thirty_children_behind_one_address_work) {
  RateLimiter limiter(RateLimit{});
  auto const school = at("192.0.2.1");
  // All open the first page with ten files at once, then each opens a page every five seconds for half an
  // hour, of which four more files are not kept by the browser: 330 at once, 30 requests a second after that.
  EXPECT_EQ(accepted(limiter, school, 330, start), 330);
  for (int second = 1; second <= 1800; ++second) {
    EXPECT_EQ(accepted(limiter, school, 30, start + second * 1s), 30) << second;
  }
}

TEST(RateLimiter, has_a_bound_to_its_memory_and_forgets_who_has_rested) {
  RateLimiter limiter({.burst = 2, .per_second = 1, .most_clients = 100});
  auto const client = [](int i) {
    return at("10.0." + std::to_string(i / 256) + "." + std::to_string(i % 256));
  };
  for (int i = 0; i < 100; ++i) limiter.refused(client(i), start);
  EXPECT_EQ(limiter.clients(), 100U);
  EXPECT_EQ(limiter.refused(client(100), start), std::nullopt);  // newcomers share a bucket of two
  EXPECT_EQ(limiter.refused(client(101), start), std::nullopt);
  EXPECT_NE(limiter.refused(client(102), start), std::nullopt);
  EXPECT_EQ(limiter.clients(), 100U);
  limiter.refused(client(103), start + 5s);
  EXPECT_EQ(limiter.clients(), 1U);
}

}  // namespace wegwijzer::http
