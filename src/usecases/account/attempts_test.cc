// SPDX-License-Identifier: EUPL-1.2
#include "usecases/account/attempts.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace wegwijzer::attempts_tests {

using namespace std::chrono_literals;

Instant const monday = instant(date(2026, 11, 30), {600});

// How many of so many attempts may be made at once.
int made(Attempts& attempts, Attempt what, std::string const& account, From const& from, int wanted) {
  int count = 0;
  for (int i = 0; i < wanted; ++i) count += !attempts.begin(what, account, from, monday);
  return count;
}

TEST(Attempts, of_one_kind_do_not_count_for_another) {
  Attempts attempts;
  EXPECT_EQ(made(attempts, Attempt::password, "anna", {"school"}, 9), 5);
  EXPECT_EQ(made(attempts, Attempt::link, "anna", {"school"}, 9), 5);
  EXPECT_EQ(made(attempts, Attempt::code, "anna", {"school"}, 9), 5);
}

// Somebody in a school who tries passwords of many shuts nobody there out from a link by mail.
TEST(Attempts, at_passwords_leave_the_links_of_a_school_alone) {
  Attempts attempts;
  for (int i = 0; i < 20; ++i) made(attempts, Attempt::password, "p" + std::to_string(i), {"school"}, 1);
  EXPECT_EQ(made(attempts, Attempt::password, "anna", {"school"}, 1), 0);
  EXPECT_EQ(made(attempts, Attempt::link, "anna", {"school"}, 1), 1);
}

// Who holds 65,536 networks of version 6 is one customer.
TEST(Attempts, from_many_networks_of_one_site_are_counted_together) {
  Attempts attempts;
  int count = 0;
  for (int i = 0; i < 300; ++i) {
    auto const number = std::to_string(i);
    count += made(attempts, Attempt::password, "p" + number, {"net " + number, "site"}, 1);
  }
  EXPECT_EQ(count, 100);
  EXPECT_EQ(made(attempts, Attempt::password, "anna", {"elsewhere", "other site"}, 1), 1);
  EXPECT_EQ(made(attempts, Attempt::password, "bert", {"192.0.2.1"}, 1), 1) << "version 4 has no site";
}

// After the five: 1, 2, 4 … seconds, for a password a minute at most and for a code an hour.
TEST(Attempts, at_a_code_grow_slower_than_at_a_password) {
  auto const longest = [](Attempt what) {
    Attempts attempts;
    auto now = monday;
    std::chrono::seconds wait{0};
    for (int i = 0; i < 20; ++i) {
      attempts.begin(what, "anna", {"net " + std::to_string(i)}, now);
      if (auto const asked = attempts.begin(what, "anna", {"another"}, now)) now += wait = *asked;
    }
    return wait;
  };
  EXPECT_EQ(longest(Attempt::password), 60s);
  EXPECT_EQ(longest(Attempt::code), 3600s);
}

TEST(Attempts, that_were_not_made_do_not_count) {
  Attempts attempts;
  for (int i = 0; i < 30; ++i) {
    EXPECT_FALSE(attempts.begin(Attempt::password, "anna", {"home", "site"}, monday));
    attempts.not_made(Attempt::password, "anna", {"home", "site"});
  }
  EXPECT_EQ(attempts.times(Attempt::password, "anna"), 0);
}

TEST(Turns, are_half_of_the_workers_and_end) {
  Turns turns(4);
  auto one = turns.take();
  auto two = turns.take();
  EXPECT_TRUE(one && two);
  EXPECT_FALSE(turns.take()) << "after a moment";
  one.reset();
  EXPECT_TRUE(turns.take());
}

// Of four workers two reckon, one waits and the fourth hears at once that it is busy: it is free for others.
TEST(Turns, are_waited_for_by_few) {
  Turns turns(4);
  auto const one = turns.take();
  auto two = turns.take();
  std::atomic<int> got = 0;
  {
    std::vector<std::jthread> others;
    for (int i = 0; i < 8; ++i) {
      others.emplace_back([&] {
        if (auto const turn = turns.take()) ++got;
      });
    }
    std::this_thread::sleep_for(20ms);
    two.reset();
  }
  // Those that came while one waited were refused; who came after the turn was free may have had it.
  EXPECT_GE(got, 1);
  EXPECT_TRUE(turns.take());
}

TEST(Turns, are_one_where_one_works) {
  Turns turns(1);
  auto const one = turns.take();
  EXPECT_TRUE(one);
  EXPECT_FALSE(turns.take());
}

}  // namespace wegwijzer::attempts_tests
