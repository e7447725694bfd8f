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

// Language and area are four of fourteen points; feedback is 0.75 of two more.
TEST(Welcome, counts_how_welcome_children_felt) {
  EXPECT_NEAR(welcome(language_and_area(), 0.75, {}), 0.4 + 0.6 * 5.5 / 16, 1e-12);
  EXPECT_LT(welcome(language_and_area(), 0.5, {}), welcome(language_and_area(), 0.75, {}));
  EXPECT_NEAR(welcome(language_and_area(), 0.0, {}), 0.4 + 0.6 * 4 / 16, 1e-12);
}

TEST(Welcome, leaves_out_what_nobody_was_asked) {
  OpportunityParameters heavy;
  heavy.welcome_feedback = 4;
  EXPECT_NEAR(welcome(language_and_area(), std::nullopt, {}), 0.4 + 0.6 * 4 / 14, 1e-12);
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

TEST(Welcome, meets_role_models_of_any_child) {
  for (auto const one : {RoleModel::older_children, RoleModel::women_and_men}) {
    Offering offering;
    offering.role_models = {one};
    EXPECT_TRUE(meets_role_models(offering, {}, false)) << text(one);
  }
  EXPECT_FALSE(meets_role_models({}, {}, true)) << "nothing said";
}

TEST(Welcome, meets_somebody_of_the_area_in_its_own_area_only) {
  Offering offering;
  offering.role_models = {RoleModel::from_area};
  EXPECT_TRUE(meets_role_models(offering, {}, true));
  EXPECT_FALSE(meets_role_models(offering, {}, false));
}

TEST(Welcome, meets_who_speaks_another_language_at_home_where_the_child_does_too) {
  Offering offering;
  offering.role_models = {RoleModel::home_languages};
  ChildProfile child;
  EXPECT_FALSE(meets_role_models(offering, child, true));
  child.language = HomeLanguage::other;
  EXPECT_TRUE(meets_role_models(offering, child, false));
}

// Two more of fourteen points, whatever else is so.
TEST(Welcome, counts_role_models) {
  auto items = language_and_area();
  items[static_cast<std::size_t>(WelcomeItem::role_models)] = true;
  EXPECT_NEAR(welcome(items, std::nullopt, {}), 0.4 + 0.6 * 6 / 14, 1e-12);
}

}  // namespace wegwijzer
