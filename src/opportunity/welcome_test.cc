// SPDX-License-Identifier: EUPL-1.2
#include "opportunity/welcome.h"

#include <gtest/gtest.h>

namespace wegwijzer {

namespace {

WelcomeItems language_and_area() {
  WelcomeItems items;
  for (auto const item : {WelcomeItem::language, WelcomeItem::area})
    items[static_cast<std::size_t>(item)] = true;
  return items;
}

FeltWelcome felt_until(Date last) {
  return {0.75, last - std::chrono::days(180), last};
}

}  // namespace

// Language and area are four of twelve points; feedback is 0.75 of two more.
TEST(Welcome, counts_how_welcome_children_felt) {
  EXPECT_NEAR(welcome(language_and_area(), 0.75, {}), 0.4 + 0.6 * 5.5 / 14, 1e-12);
  EXPECT_LT(welcome(language_and_area(), 0.5, {}), welcome(language_and_area(), 0.75, {}));
  EXPECT_NEAR(welcome(language_and_area(), 0.0, {}), 0.4 + 0.6 * 4 / 14, 1e-12);
}

TEST(Welcome, leaves_out_what_nobody_was_asked) {
  OpportunityParameters heavy;
  heavy.welcome_feedback = 4;
  EXPECT_NEAR(welcome(language_and_area(), std::nullopt, {}), 0.4 + 0.6 * 4 / 12, 1e-12);
  EXPECT_EQ(welcome(language_and_area(), std::nullopt, heavy),
            welcome(language_and_area(), std::nullopt, {}));
}

// 24 months are 730.5 days.
TEST(Welcome, forgets_what_children_said_two_years_ago) {
  auto const today = date(2026, 11, 24);
  EXPECT_EQ(still_counting(felt_until(today - std::chrono::days(730)), today, {}), 0.75);
  EXPECT_EQ(still_counting(felt_until(today - std::chrono::days(731)), today, {}), std::nullopt);
  EXPECT_EQ(still_counting(std::nullopt, today, {}), std::nullopt);
}

}  // namespace wegwijzer
